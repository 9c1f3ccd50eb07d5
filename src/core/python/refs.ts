/** What an expression of a Python file stands for, as far as the file and the catalogue show it. */
import type { SyntaxNode } from '@lezer/common';
import type { Found } from '../catalogue.ts';
import type { PythonTree } from './tree.ts';

/** A node together with the text it is in; notebooks have one text for each cell. */
export interface Site {
  readonly unit: PythonTree;
  readonly node: SyntaxNode;
}

/** The meaning of an expression. Unknown expressions have none; `foreign` is known to be none of ours. */
export type Ref =
  /** A module, class or function of a library, by its path. */
  | { readonly kind: 'name'; readonly path: string }
  /** An object of a library's class; `made` is the call that made it, `assumed` that only its name says so. */
  | { readonly kind: 'instance'; readonly type: string; readonly made?: Site; readonly assumed?: boolean }
  /** A method or attribute, of an object or (`static`) of a class. */
  | {
      readonly kind: 'member';
      readonly found: Found;
      readonly owner: Ref & { kind: 'instance' };
      readonly onClass: boolean;
    }
  /** Definitions of this file, and objects of its classes. */
  | { readonly kind: 'class' | 'object' | 'function'; readonly site: Site }
  | { readonly kind: 'tuple'; readonly items: readonly (Ref | undefined)[] }
  | { readonly kind: 'list'; readonly item: Ref | undefined }
  | { readonly kind: 'dict'; readonly site: Site }
  /** A number, text or truth value: no object with members of ours, but its name may say what it is for. */
  | { readonly kind: 'literal' }
  | { readonly kind: 'foreign' };

/** Builtins and other libraries' names. */
export const FOREIGN: Ref = { kind: 'foreign' };

/** Numbers, texts, truth values. */
export const LITERAL: Ref = { kind: 'literal' };
