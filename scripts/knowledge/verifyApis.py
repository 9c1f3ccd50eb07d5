"""Checks names, arguments and defaults of the API catalogue against the libraries' own Python sources.

    python3 scripts/knowledge/verifyApis.py [--all] FOLDER...

Each FOLDER holds an unpacked library (`FOLDER/transformers/...`), as `pip download --no-deps` and `unzip` leave it.
Reads dist/knowledge/apis.json (`npm run build`), and looks a name up where the library's imports say it is defined;
a symbol has the arguments that it inherits in the catalogue too, and so has each class that a pattern (`*Config`)
speaks for. Prints one line for each default that differs and a
count for each library; exits with 1 when there is one. `--all` lists what may be right all the same: arguments that
the signature does not have (old names, `**kwargs` of C code), literal defaults that the catalogue leaves out, and
names that are made at run time. Standard library only.
"""

import ast
import fnmatch
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main(arguments):
    everything = "--all" in arguments
    folders = [pathlib.Path(argument) for argument in arguments if argument != "--all"]
    catalogue = json.loads((ROOT / "dist/knowledge/apis.json").read_text(encoding="utf-8"))
    symbols = {symbol["name"]: symbol for library in catalogue["libraries"] for symbol in library["symbols"]}
    different = 0
    sources = Sources(folders)
    for library in catalogue["libraries"]:
        source = sources.of(library["library"])
        if source is None:
            continue
        found = compare(library, symbols, source)
        counts = ", ".join(f"{len(found[kind])} {kind}" for kind in ("differ", "not in the signature", "left out", "not found"))
        print(f"{library['library']} {library['checked']}: {found['compared']} arguments compared; {counts}")
        for line in found["differ"]:
            print(f"  differs: {line}")
        for kind in ("not in the signature", "left out", "not found") if everything else ():
            for line in found[kind]:
                print(f"  {kind}: {line}")
        different += len(found["differ"])
    return 1 if different else 0


def compare(library, symbols, source):
    found = {"compared": 0, "differ": [], "not in the signature": [], "left out": [], "not found": []}
    for full in [symbol["name"] for symbol in library["symbols"]] + spoken_for(library, symbols, source):
        name = full.split(".", 1)[1]
        if "*" in name:
            continue
        tables = source.tables(name)
        if tables is None:
            found["not found"].append(name)
            continue
        for argument, (entry, origin) in arguments_of(full, symbols).items():
            place = f"{name}({argument}=)" + ("" if origin == full else f", as in {origin}")
            texts = [table[argument] for table in tables if argument in table]
            if not texts:
                if tables and origin == full and not any("**" in table for table in tables):
                    found["not in the signature"].append(place)
                continue
            found["compared"] += 1
            stated = [text for text in texts if text is not None]
            if "..." in stated:
                continue
            if "default" in entry:
                if not any(same(entry["default"], text) for text in stated):
                    found["differ"].append(f"{place}: the catalogue says {entry['default']!r}, the source {' or '.join(stated) or 'none'}")
            elif stated and is_literal(stated[0]):
                found["left out"].append(f"{place} is {stated[0]}")
    return found


def spoken_for(library, symbols, source):
    """Public classes that no entry names, but a pattern does."""
    names = (f"{library['library']}.{bare}" for bare in source.by_name if not bare.startswith("_"))
    return [name for name in names if name not in symbols and patterns_of(name, symbols)]


def patterns_of(name, symbols):
    """Patterns that a class of the library falls under, the longest first."""
    if "*" in name or "()" in name or not name.rpartition(".")[2][:1].isupper():
        return []
    found = [key for key in symbols if "*" in key and key.count(".") == 1 and fnmatch.fnmatchcase(name, key)]
    return sorted(found, key=len, reverse=True)


def arguments_of(full, symbols, seen=frozenset()):
    """Arguments of a symbol and where they are written: its own, inherited ones nearest first, then those it passes on."""
    found, passed_on = {}, []
    queue, reached = [full], set(seen)
    for name in queue:
        if name in reached:
            continue
        reached.add(name)
        symbol = symbols.get(name, {})
        for argument, entry in symbol.get("args", {}).items():
            found.setdefault(argument, (entry, name))
        queue += [*patterns_of(name, symbols), *symbol.get("extends", [])]
        passed_on += symbol.get("argsOf", [])
    for other in passed_on:
        for argument, value in arguments_of(other, symbols, frozenset(reached)).items():
            found.setdefault(argument, value)
    return found


class Sources:
    """The libraries at hand, each read when it is first asked for."""

    def __init__(self, folders):
        self.folders, self.known = folders, {}

    def of(self, library):
        if library not in self.known:
            folder = next((f for f in self.folders if (f / library).is_dir()), None)
            self.known[library] = Source(folder, library, self) if folder else None
        return self.known[library]


class Source:
    """The modules of a library: what each defines, and what it imports from others."""

    def __init__(self, folder, library, sources):
        self.library, self.sources = library, sources
        self.modules = {}
        self.by_name = {}
        self.aliases = {}
        for path in [*(folder / library).rglob("*.py"), *(folder / library).rglob("*.pyi")]:
            if "dummy_" in path.name or "/tests/" in str(path):
                continue
            try:
                tree = ast.parse(path.read_text(encoding="utf-8"))
            except (SyntaxError, UnicodeDecodeError):
                continue
            parts = path.relative_to(folder).with_suffix("").parts
            is_package = parts[-1] == "__init__"
            module = ".".join(parts[:-1] if is_package else parts)
            self.read(module, tree, is_package)

    def read(self, module, tree, is_package):
        here = self.modules.setdefault(module, {"defines": {}, "imports": {}, "stars": []})
        constants = {
            node.targets[0].id: ast.unparse(node.value)
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                origin = node.module or ""
                if node.level:
                    above = module.split(".")[: len(module.split(".")) - node.level + (1 if is_package else 0)]
                    origin = ".".join([*above, *([node.module] if node.module else [])])
                for alias in node.names:
                    if alias.name == "*":
                        here["stars"].append(origin)
                    else:
                        here["imports"].setdefault(alias.asname or alias.name, (origin, alias.name))
            elif isinstance(node, ast.ClassDef):
                self.define(here, node.name, {"source": self, **read_class(node, module, constants)})
        for node in tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.Name):
                here["imports"].setdefault(node.targets[0].id, (module, node.value.id))
                self.aliases.setdefault(node.targets[0].id, (module, node.value.id))
        for node in functions_in(tree):
            self.define(here, node.name, {"module": module, "tables": [signature(node, constants)]})

    def define(self, here, name, definition):
        known = here["defines"].get(name)
        if known and "tables" in known and "tables" in definition:
            known["tables"] += definition["tables"]
        elif not known:
            here["defines"][name] = definition
            self.by_name.setdefault(name, []).append(definition)

    def tables(self, name):
        """The argument tables that a catalogue name may mean, the nearest class first, or None where there is no such name."""
        owner, _, member = name.replace("()", "").rpartition(".")
        path = f"{self.library}.{owner}" if owner else self.library
        holder, _, last = path.rpartition(".")
        outer = self.find(holder, last) if owner and path not in self.modules else None
        if outer and "bases" in outer:
            return self.members(outer, member)
        found = self.all(path, member)
        return [table for known in found for table in self.call(known)] if found else None

    def call(self, known):
        """The argument tables of calling a function or a class; what a class says itself comes before its bases."""
        if "tables" in known:
            return known["tables"]
        nearest = {}
        for one in self.lineage(known):
            texts = {}
            for table in [one["fields"], *one["members"].get("__init__", []), *one["members"].get("__new__", [])]:
                for argument, text in table.items():
                    texts.setdefault(argument, []).append(text)
            for argument, found in texts.items():
                nearest.setdefault(argument, found)
        most = max(map(len, nearest.values()), default=1)
        return [{argument: texts[min(at, len(texts) - 1)] for argument, texts in nearest.items()} for at in range(most)]

    def members(self, owner, member):
        lineage = self.lineage(owner)
        for known in lineage:
            if member in known["members"]:
                return known["members"][member]
        return [] if any(member in known["fields"] or member in known["attributes"] for known in lineage) else None

    def lineage(self, known, seen=()):
        found = [known]
        for base in known["bases"]:
            prefix, _, name = base.rpartition(".")
            source = known["source"]
            module = ".".join(source.modules[known["module"]]["imports"].get(prefix, (known["module"],)))
            parent = source.elsewhere(known["module"], name) or source.find(module, name)
            if parent and "bases" in parent and not any(parent is other for other in (known, *seen)):
                found += self.lineage(parent, (known, *seen))
        return found

    def elsewhere(self, module, name):
        """What a module imports under a name from another library at hand."""
        origin, original = self.modules[module]["imports"].get(name, ("", ""))
        library = origin.partition(".")[0]
        source = self.sources.of(library) if library and library != self.library else None
        return source.find(origin, original) if source else None

    def find(self, module, name):
        return next(iter(self.all(module, name)), None)

    def all(self, module, name):
        """What a name of a module means, through imports; else every definition of that name that is placed as well as any."""
        exact = self.follow(module, name, frozenset())
        if exact or (name not in self.by_name and name in self.aliases):
            exact = exact or self.follow(*self.aliases[name], frozenset())
            return [exact] if exact else []
        parts = [part.strip("_") for part in module.lower().split(".")]

        def fit(known):
            return (sum(part in known["module"].lower() for part in parts), "._" not in known["module"])

        known = sorted(self.by_name.get(name, []), key=lambda one: len(one["module"]))
        best = max(map(fit, known), default=None)
        return [one for one in known if fit(one) == best]

    def follow(self, module, name, seen):
        here = self.modules.get(module)
        if here is None or (module, name) in seen:
            return None
        if name in here["defines"]:
            return here["defines"][name]
        seen = seen | {(module, name)}
        if name in here["imports"]:
            return self.follow(*here["imports"][name], seen)
        return next((found for star in here["stars"] if (found := self.follow(star, name, seen))), None)


def functions_in(tree):
    """Functions of a module, those inside `if` and `try` too, but no methods."""
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node
        elif isinstance(node, (ast.If, ast.Try)):
            yield from (inner for inner in ast.walk(node) if isinstance(inner, ast.FunctionDef))


def read_class(node, module, constants):
    fields, members, attributes = {}, {}, set()
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            text = field_default(item.value)
            fields[item.target.id] = constants.get(text, text)
        elif isinstance(item, ast.Assign):
            attributes.update(target.id for target in item.targets if isinstance(target, ast.Name))
        elif isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef)):
            members.setdefault(item.name, []).append(signature(item, constants))
    for item in ast.walk(node):
        if isinstance(item, ast.Attribute) and isinstance(item.ctx, ast.Store) and isinstance(item.value, ast.Name) and item.value.id == "self":
            attributes.add(item.attr)
    bases = [ast.unparse(base).split("[")[0] for base in node.bases]
    return {"module": module, "bases": bases, "fields": fields, "members": members, "attributes": attributes}


def field_default(value):
    if isinstance(value, ast.Call) and ast.unparse(value.func) in ("field", "dataclasses.field"):
        value = next((k.value for k in value.keywords if k.arg in ("default", "default_factory")), None)
    if isinstance(value, ast.Lambda):
        value = value.body
    return None if value is None else ast.unparse(value)


def signature(node, constants):
    """Arguments with their defaults as text (`...` in a stub that does not say), None without one; `**` where it takes any keyword."""
    spec = node.args
    names = [a.arg for a in spec.posonlyargs + spec.args]
    defaults = [None] * (len(names) - len(spec.defaults)) + [ast.unparse(d) for d in spec.defaults]
    found = dict(zip(names, defaults))
    found.update({a.arg: None if d is None else ast.unparse(d) for a, d in zip(spec.kwonlyargs, spec.kw_defaults)})
    found = {name: constants.get(text, text) for name, text in found.items()}
    return {**found, "**": None} if spec.kwarg else found


def is_literal(text):
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return False
    return True


def same(value, text):
    try:
        literal = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return str(value).replace(" ", "") == text.replace(" ", "") or str(value) in text or evaluated(text) == value
    if isinstance(value, (int, float)) and not isinstance(value, bool) and isinstance(literal, (int, float)):
        return abs(float(value) - float(literal)) <= 1e-12
    if isinstance(literal, tuple) and value == list(literal):
        return True
    return value == literal or str(value).replace(" ", "") == text.replace(" ", "").strip("'\"")


def evaluated(text):
    """The value of arithmetic such as `2 ** 20`; None of anything else."""
    tree = ast.parse(text, mode="eval")
    if any(not isinstance(node, (ast.Expression, ast.BinOp, ast.UnaryOp, ast.Constant, ast.operator, ast.unaryop)) for node in ast.walk(tree)):
        return None
    return eval(compile(tree, "default", "eval"), {"__builtins__": {}})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
