"""Checks names and defaults of the API catalogue against the libraries' own Python sources.

    python3 scripts/knowledge/verifyApis.py FOLDER...

Each FOLDER holds an unpacked library (`FOLDER/transformers/...`), as `pip download --no-deps` and `unzip` leave it.
Reads dist/knowledge/apis.json (`npm run build`). Prints one line for each difference and a count for each library;
exits with 1 when there is one. A name that is made at run time cannot be found this way and is listed apart.
Standard library only.
"""

import ast
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main(folders):
    catalogue = json.loads((ROOT / "dist/knowledge/apis.json").read_text(encoding="utf-8"))
    different = 0
    for library in catalogue["libraries"]:
        source = next((f / library["library"] for f in folders if (f / library["library"]).is_dir()), None)
        if source is None:
            continue
        definitions = read_library(source)
        missing, wrong, checked = compare(library, definitions)
        for line in wrong:
            print(f"{library['library']}: {line}")
        print(f"{library['library']} {library['checked']}: {checked} defaults compared, {len(wrong)} differ, {len(missing)} names not found in the source")
        if missing:
            print("   " + ", ".join(missing[:12]) + (" ..." if len(missing) > 12 else ""))
        different += len(wrong)
    return 1 if different else 0


def read_library(folder):
    """Every class and function by its bare name: base classes, members, and arguments with their defaults."""
    classes, functions = {}, {}
    for path in folder.rglob("*.py"):
        if "dummy_" in path.name or "/tests/" in str(path):
            continue
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except (SyntaxError, UnicodeDecodeError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                classes.setdefault(node.name, []).append(read_class(node))
            elif isinstance(node, ast.FunctionDef):
                functions.setdefault(node.name, []).append(arguments(node))
    return classes, functions


def read_class(node):
    fields, members = {}, {}
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            fields[item.target.id] = field_default(item.value)
        elif isinstance(item, ast.FunctionDef):
            members[item.name] = arguments(item)
    return {"bases": [ast.unparse(base).split(".")[-1] for base in node.bases], "fields": fields, "members": members}


def field_default(value):
    if isinstance(value, ast.Call) and ast.unparse(value.func) in ("field", "dataclasses.field"):
        value = next((k.value for k in value.keywords if k.arg == "default"), None)
    return None if value is None else ast.unparse(value)


def arguments(node):
    spec = node.args
    names = [a.arg for a in spec.posonlyargs + spec.args]
    defaults = [None] * (len(names) - len(spec.defaults)) + [ast.unparse(d) for d in spec.defaults]
    found = dict(zip(names, defaults))
    found.update({a.arg: None if d is None else ast.unparse(d) for a, d in zip(spec.kwonlyargs, spec.kw_defaults)})
    return found


def compare(library, definitions):
    classes, functions = definitions
    missing, wrong, checked = [], [], 0
    for symbol in library["symbols"]:
        name = symbol["name"].split(".", 1)[1]
        if "*" in name:
            continue
        known = candidates(name, classes, functions)
        if known is None:
            missing.append(name)
            continue
        for argument, entry in symbol.get("args", {}).items():
            if "default" not in entry:
                continue
            found = [spec[argument] for spec in known if spec.get(argument) is not None]
            if not found:
                continue
            checked += 1
            if not any(same(entry["default"], text) for text in found):
                wrong.append(f"{name}({argument}=): the catalogue says {entry['default']!r}, the source {' or '.join(sorted(set(found)))}")
    return missing, wrong, checked


def candidates(name, classes, functions):
    """The argument tables that a catalogue name may mean, or None when nothing of that name is defined."""
    owner, _, member = name.replace("()", "").rpartition(".")
    owner = owner.split(".")[-1]
    if owner in classes and member not in classes:
        tables = members_of(owner, member, classes, set())
        return tables or ([{}] if is_field(owner, member, classes, set()) else None)
    bare = name.split(".")[-1].replace("()", "")
    if bare in classes:
        return class_tables(bare, classes, set())
    return functions.get(bare)


def class_tables(name, classes, seen):
    tables = []
    for known in classes.get(name, []):
        tables += [known["fields"], known["members"].get("__init__", {}), known["members"].get("__new__", {})]
        for base in known["bases"]:
            if base not in seen:
                tables += class_tables(base, classes, seen | {base})
    return tables


def members_of(owner, member, classes, seen):
    tables = []
    for known in classes.get(owner, []):
        if member in known["members"]:
            tables.append(known["members"][member])
        for base in known["bases"]:
            if base not in seen:
                tables += members_of(base, member, classes, seen | {base})
    return tables


def is_field(owner, member, classes, seen):
    return any(
        member in known["fields"] or any(b not in seen and is_field(b, member, classes, seen | {b}) for b in known["bases"])
        for known in classes.get(owner, [])
    )


def same(value, text):
    try:
        literal = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return str(value).replace(" ", "") == text.replace(" ", "") or str(value) in text
    if isinstance(value, (int, float)) and not isinstance(value, bool) and isinstance(literal, (int, float)):
        return abs(float(value) - float(literal)) <= 1e-12
    return value == literal or str(value).replace(" ", "") == text.replace(" ", "").strip("'\"")


if __name__ == "__main__":
    sys.exit(main([pathlib.Path(folder) for folder in sys.argv[1:]]))
