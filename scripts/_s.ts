import { engineFor } from './eval/base.ts';
import { documentsFrom, pathsOf, textsAt } from './eval/files.ts';
import { documentsOf } from '../src/core/documents.ts';
const repos = process.argv[2]!.split(','); const ext=new RegExp(process.argv[3]!); const filter=new RegExp(process.argv[4]??'.'); const N=Number(process.argv[5]??60);
const e=engineFor(); const d=documentsOf(e); const out:string[]=[]; const counts=new Map<string,number>();
let lines=0;
for(const r of repos){ const paths=pathsOf(r).filter(p=>ext.test(p)).slice(0,400); for(const [p,t] of textsAt(r,paths)){ for(const doc of documentsFrom(p,t)){ lines+=doc.text.split('\n').length; for(const m of d.mentionsIn(doc)){ const k=m.by+' '+m.text.toLowerCase().replace(/\s+/g,' ')+' -> '+m.concept; if(!filter.test(k)) continue; counts.set(k,(counts.get(k)??0)+1); const a=Math.max(0,m.range.start-70); out.push(k+'  | '+p.split('/').slice(-2).join('/')+' | '+doc.text.slice(a,m.range.start).replace(/\s+/g,' ')+'⟦'+doc.text.slice(m.range.start,m.range.end).replace(/\s+/g,' ')+'⟧'+doc.text.slice(m.range.end,m.range.end+60).replace(/\s+/g,' ')); } } d.forget(p);} }
console.log(lines,'lines',out.length,'mentions'); console.log([...counts].sort((a,b)=>b[1]-a[1]).slice(0,Number(process.argv[6]??0)).map(([k,v])=>v+' '+k).join('\n'));
let s=7; const rnd=()=>{s=(Math.imul(s,1664525)+1013904223)>>>0; return s/2**32};
for(let i=0;i<N&&out.length;i++) console.log(out[Math.floor(rnd()*out.length)]);
