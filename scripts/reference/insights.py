"""The numbers of the golden insights, worked out a second time and by other means than the product.

Reads the snippets of test/core/insights with Python's own parser, applies the formulas as the libraries state
them, and prints one line for each snippet: file, title, and the numbers of each insight in the order in which its
English text names them. Standard library only.

    python3 scripts/reference/insights.py            prints every snippet
"""

import ast
import fnmatch
import json
import math
import operator
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUN_TIME = "run-time"

# --- what the libraries' sources say ------------------------------------------------------------------------------

TRAINING = {  # transformers 5.18, training_args.py
    "per_device_train_batch_size": 8, "gradient_accumulation_steps": 1, "num_train_epochs": 3.0,
    "learning_rate": 5e-5, "lr_scheduler_type": "linear", "warmup_steps": 0, "max_steps": -1,
}
DEFAULTS = {
    "LoraConfig": {"r": 8, "lora_alpha": 8},  # peft 0.21, tuners/lora/config.py
    "get_peft_model": {"r": 16, "lora_alpha": 16, "target_modules": "all-linear"},  # unsloth, models/llama.py
    "TrainingArguments": TRAINING,
    "Seq2SeqTrainingArguments": TRAINING,
    "SFTConfig": {**TRAINING, "learning_rate": 2e-5},  # trl 1.13, trainer/sft_config.py
    "DPOConfig": {**TRAINING, "learning_rate": 1e-6},  # trl 1.13, trainer/dpo_config.py
    "GRPOConfig": {**TRAINING, "learning_rate": 1e-6, "num_generations": 8},  # trl 1.13, trainer/grpo_config.py
    "RLOOConfig": {**TRAINING, "num_generations": 2},  # trl 1.13, trainer/rloo_config.py
    "Transformer": {"d_model": 512, "nhead": 8},  # torch 2.14, nn/modules/transformer.py
    "train_test_split": {"test_size": 0.25},  # datasets 5.0, arrow_dataset.py
    "llamafactory": {**TRAINING, "lora_rank": 8, "lora_target": "all"},  # LLaMA-Factory, hparams
    "axolotl": {"micro_batch_size": 1, "gradient_accumulation_steps": 1, "lr_scheduler": "cosine"},  # axolotl, schemas
    "RecursiveCharacterTextSplitter": {"chunk_size": 4000, "chunk_overlap": 200},  # langchain-text-splitters 1.1, base.py
    "deepspeed": {"gradient_accumulation_steps": 1},
}
POSITIONS = {
    "Embedding": ["num_embeddings", "embedding_dim"],
    "Linear": ["in_features", "out_features", "bias"],
    "MultiheadAttention": ["embed_dim", "num_heads"],
    "TransformerEncoderLayer": ["d_model", "nhead"],
    "TransformerDecoderLayer": ["d_model", "nhead"],
    "Transformer": ["d_model", "nhead"],
    "get_linear_schedule_with_warmup": ["optimizer", "num_warmup_steps", "num_training_steps"],
    "get_cosine_schedule_with_warmup": ["optimizer", "num_warmup_steps", "num_training_steps"],
}
# peft 0.21, utils/constants.py, TRANSFORMERS_MODELS_TO_LORA_TARGET_MODULES_MAPPING
PEFT_MODULES = {
    "llama": ["q_proj", "v_proj"], "bert": ["query", "value"], "gpt2": ["c_attn"], "t5": ["q", "v"],
    "bart": ["q_proj", "v_proj"], "deberta": ["query_proj", "value_proj"], "neox": ["query_key_value"],
    "opt": ["q_proj", "v_proj"], "phi": ["q_proj", "v_proj", "fc1", "fc2"],
}


def modules(kind, size, name):
    """Linear layers of the blocks as (name, inputs, outputs, how many), from the modeling files of transformers."""
    h, f, n = size["hidden"], size["intermediate"], size["layers"]
    d = 64 if kind == "t5" else size.get("head_dim", h / size["heads"])
    q = size["heads"] * d
    k = size.get("kv_heads", size["heads"]) * d
    if kind == "llama":
        one = [("q_proj", h, q), ("k_proj", h, k), ("v_proj", h, k), ("o_proj", q, h),
               ("gate_proj", h, f), ("up_proj", h, f), ("down_proj", f, h)]
    elif kind == "modernbert":
        one = [("Wqkv", h, 3 * h), ("Wo", h, h), ("Wi", h, 2 * f), ("Wo", f, h)]
    elif kind == "albert":
        one = [(x, h, h) for x in ("query", "key", "value", "dense")] + [("ffn", h, f), ("ffn_output", f, h)]
        return [(*x, 1) for x in one]
    elif kind == "mpnet":
        one = [(x, h, h) for x in ("q", "k", "v", "o")] + [("dense", h, f), ("dense", f, h)]
    elif kind in ("bert", "camembert", "deberta"):
        end = "_proj" if kind == "deberta" else ""
        one = [(part + end, h, h) for part in ("query", "key", "value")]
        one += [("dense", h, h), ("dense", h, f), ("dense", f, h)]
    elif kind == "distilbert":
        one = [(x, h, h) for x in ("q_lin", "k_lin", "v_lin", "out_lin")] + [("lin1", h, f), ("lin2", f, h)]
    elif kind == "gpt2":
        one = [("c_attn", h, 3 * h), ("c_proj", h, h), ("c_fc", h, f), ("c_proj", f, h)]
    elif kind == "neox":
        one = [("query_key_value", h, q + 2 * k), ("dense", q, h), ("dense_h_to_4h", h, f), ("dense_4h_to_h", f, h)]
    elif kind == "opt":
        one = [(x, h, h) for x in ("q_proj", "k_proj", "v_proj", "out_proj")] + [("fc1", h, f), ("fc2", f, h)]
    elif kind == "phi":
        one = [(x, h, h) for x in ("q_proj", "k_proj", "v_proj", "dense")] + [("fc1", h, f), ("fc2", f, h)]
    elif kind in ("t5", "bart"):
        # encoder: one attention in a block; decoder: two
        out = "o" if kind == "t5" else "out_proj"
        names = ("q", "k", "v") if kind == "t5" else ("q_proj", "k_proj", "v_proj")
        attention = [(x, h, q) for x in names] + [(out, q, h)]
        if kind == "bart":
            dense = [("fc1", h, f), ("fc2", f, h)]
        elif "flan" in name:
            dense = [("wi_0", h, f), ("wi_1", h, f), ("wo", f, h)]
        else:
            dense = [("wi", h, f), ("wo", f, h)]
        return [(*x, n + 2 * n) for x in attention] + [(*x, n + n) for x in dense]
    else:
        return []
    return [(*x, n) for x in one]


def kind_of(family, name):
    if family in ("llama", "llama-2", "mistral", "qwen"):
        return "llama"
    if family in ("bert", "roberta", "xlm-roberta", "electra"):
        return "bert"
    if family in ("gpt", "distilgpt2"):
        return "gpt2"
    if family in ("distilbert", "deberta", "t5", "bart", "camembert", "modernbert", "albert"):
        return family
    if family == "sentence-transformers":
        return "mpnet" if "mpnet" in name else "bert"
    short = name.lower().split("/")[-1]
    for start, kind in (("gemma", "llama"), ("opt", "opt"), ("pythia", "neox"), ("falcon", "neox"), ("phi", "phi")):
        if short.startswith(start):
            return kind
    return None


# --- the table of models ------------------------------------------------------------------------------------------

def read_models():
    """Families in order with their globs and sizes, read line by line from knowledge/models.yaml."""
    families, family = [], None
    for line in (ROOT / "knowledge/models.yaml").read_text(encoding="utf-8").split("\ntraits:")[0].splitlines():
        if found := re.match(r"  ([\w-]+):$", line):
            family = {"id": found[1], "sizes": [], "match": []}
            families.append(family)
        elif found := re.match(r"    match: \[(.*)\]$", line):
            family["match"] = [glob.strip(" '\"") for glob in found[1].split(",")]
        elif found := re.match(r"    (context|vocabulary): (\d+)$", line):
            family[found[1]] = int(found[2])
        elif found := re.match(r"    architecture: (\S+)$", line):
            family["architecture"] = found[1]
        elif found := re.match(r"      - \{ match: '?([^',]+?)'?(?:,(.*)| )\}$", line):
            numbers = {key: int(value) for key, value in re.findall(r"(\w+): (\d+)", found[2] or "")}
            family["sizes"].append({"match": found[1], **numbers})
    return families


def fits(glob, name):
    name, glob = name.lower(), glob.lower()
    return fnmatch.fnmatchcase(name, glob) or ("/" not in glob and fnmatch.fnmatchcase(name.split("/")[-1], glob))


MODELS = read_models()


def model_of(name):
    if not isinstance(name, str) or not re.fullmatch(r"[\w.-]+(/[\w.-]+)?", name):
        return None
    for family in MODELS:
        if any(fits(glob, name) for glob in family["match"]):
            size = next((size for size in family["sizes"] if fits(size["match"], name)), None)
            return {"name": name, "family": family, "size": size}
    return None


# --- reading a snippet --------------------------------------------------------------------------------------------

class Place:
    """What the cursor is on: a callee, perhaps one of its arguments, and the values of all of them."""

    def __init__(self, callee, argument, args, is_open=False, model=None):
        self.callee, self.argument, self.args, self.is_open, self.model = callee, argument, args, is_open, model

    def get(self, *names):
        for name in names:
            if name in self.args:
                return self.args[name]
        if self.is_open:
            return RUN_TIME
        for name in names:
            if DEFAULTS.get(self.callee, {}).get(name) is not None:
                return DEFAULTS[self.callee][name]
        return None


OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
             ast.FloorDiv: operator.floordiv, ast.Pow: operator.pow}


def read_python(code):
    cursor = code.index("|")
    code = code.replace("|", "", 1)
    before = code[:cursor]
    spot = (before.count("\n") + 1, len(before.rsplit("\n", 1)[-1]))
    tree = ast.parse(code)
    aliases, constants, counts = {}, {}, {}
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for name in node.names:
                aliases[name.asname or name.name] = name.name
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    counts[target.id] = counts.get(target.id, 0) + 1
                    constants[target.id] = node.value

    def value(node):
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            inner = value(node.operand)
            return inner if inner == RUN_TIME else -inner
        if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
            left, right = value(node.left), value(node.right)
            numbers = isinstance(left, (int, float)) and isinstance(right, (int, float))
            return OPERATORS[type(node.op)](left, right) if numbers else RUN_TIME
        if isinstance(node, (ast.List, ast.Tuple)):
            return [value(item) for item in node.elts]
        if isinstance(node, ast.Name) and counts.get(node.id) == 1:
            return value(constants[node.id])
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "torch":
            return node.attr
        if isinstance(node, ast.Dict):
            return {key.value: value(item) for key, item in zip(node.keys, node.values)}
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id == "dict":
                return {keyword.arg: value(keyword.value) for keyword in node.keywords}
            if last(node.func) == "BitsAndBytesConfig":
                return arguments(node)[0]
        return RUN_TIME

    def last(func):
        if isinstance(func, ast.Attribute):
            return func.attr
        name = aliases.get(func.id, func.id) if isinstance(func, ast.Name) else ""
        if counts.get(name) and isinstance(constants[name], ast.Call):
            return f"({last(constants[name].func)})"
        return name

    def arguments(call):
        args, is_open = {}, False
        names = POSITIONS.get(last(call.func), [])
        for i, node in enumerate(call.args):
            args[names[i] if i < len(names) else i] = value(node)
        for keyword in call.keywords:
            got = value(keyword.value)
            if keyword.arg is not None:
                args[keyword.arg] = got
            elif isinstance(got, dict):
                args.update(got)
            else:
                is_open = True
        return args, is_open

    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        for keyword in call.keywords:
            at = (keyword.lineno, keyword.col_offset)
            if keyword.arg and at <= spot <= (at[0], at[1] + len(keyword.arg)):
                return Place(last(call.func), keyword.arg, *arguments(call), only_model(code))
        end = (call.func.end_lineno, call.func.end_col_offset)
        if (call.func.lineno, call.func.col_offset) <= spot <= end:
            return Place(last(call.func), None, *arguments(call), only_model(code))
    raise ValueError("no call at the cursor")


def only_model(code):
    names = {name for _, name in re.findall(r"([\"'])([\w./-]+)\1", code) if (model_of(name) or {}).get("size")}
    return model_of(names.pop()) if len(names) == 1 else None


def scalar(text):
    text = text.strip()
    if re.fullmatch(r"\"[^\"]*\"|'[^']*'", text):
        text = text[1:-1]
    if text in ("true", "false"):
        return text == "true"
    try:
        return float(text) if "." in text or "e" in text else int(text)
    except ValueError:
        return RUN_TIME if text.startswith("$") else text


def read_yaml(code, kind):
    key = re.search(r"^\s*([\w|]*\|[\w|]*):", code, re.M)[1].replace("|", "")
    args, above = {}, None
    for line in code.replace("|", "", 1).splitlines():
        if found := re.match(r"(\w+): *(.*)$", line):
            above, text = found[1], found[2]
            args[above] = [scalar(x) for x in text[1:-1].split(",")] if text.startswith("[") else scalar(text)
        elif (found := re.match(r" +- (\w+)$", line)) and above:
            args[above] = (args[above] if isinstance(args[above], list) else []) + [found[1]]
    return Place(kind, key, args, False, model_of(args.get("model_name_or_path", args.get("base_model"))))


def read_json(code):
    key = re.search(r'"(\w*\|\w*)"', code)[1].replace("|", "")
    args = {name: RUN_TIME if value == "auto" else value for name, value in json.loads(code.replace("|", "", 1)).items()}
    kind = "deepspeed" if "zero_optimization" in args else "LoraConfig" if "peft_type" in args else "generate"
    return Place(kind, key, args, False, model_of(args.get("base_model_name_or_path")))


# --- the families: each gives a list of numbers, RUN_TIME, or None --------------------------------------------------

def number(value):
    if isinstance(value, bool) or value is None or value == RUN_TIME:
        return value if value == RUN_TIME else None
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


LORA = {"r", "lora_r", "lora_rank", "lora_alpha", "use_rslora"}


def lora_scale(p):
    if p.argument not in LORA and not (p.argument is None and p.callee in ("LoraConfig", "get_peft_model")):
        return None
    rank, alpha, root = number(p.get("r", "lora_r", "lora_rank")), number(p.get("lora_alpha")), p.get("use_rslora")
    if p.callee == "llamafactory" and alpha is None and rank is not None:
        alpha = 2 * rank
    if rank is None or alpha is None:
        return None
    if RUN_TIME in (rank, alpha, root):
        return RUN_TIME
    if rank <= 0:
        return None
    scale = alpha / (math.sqrt(rank) if root else rank)
    return [rank, alpha, scale] + ([] if scale in (0, 1) else [scale if scale > 1 else 1 / scale])


def lora_size(p):
    asks = {"r", "lora_r", "lora_rank", "target_modules", "lora_target", "lora_target_modules", "lora_target_linear", "use_dora"}
    if p.argument not in asks and not (p.argument is None and p.callee in ("LoraConfig", "get_peft_model")):
        return None
    if not p.model or not p.model["size"] or any(x in p.args for x in ("rank_pattern", "layers_to_transform")):
        return None
    kind = kind_of(p.model["family"]["id"], p.model["name"])
    table = modules(kind, p.model["size"], p.model["name"])
    rank, targets = number(p.get("r", "lora_r", "lora_rank")), p.get("target_modules", "lora_target_modules", "lora_target")
    if p.args.get("lora_target_linear") is True:
        targets = "all"
    if targets is None and p.callee != "axolotl":
        targets = PEFT_MODULES.get(kind)
    if isinstance(targets, str) and p.callee == "llamafactory" and targets != "all":
        targets = targets.split(",")
    if rank in (None, RUN_TIME) or targets in (None, RUN_TIME):
        return None
    if targets in ("all", "all-linear"):
        chosen = table
    elif isinstance(targets, list):
        chosen = [row for row in table if row[0] in targets]
    else:
        return None
    if not chosen:
        return None
    weights = sum(n * (rank * (a + b) + (b if p.get("use_dora") else 0)) for _, a, b, n in chosen)
    named = [len(targets)] if isinstance(targets, list) and len(targets) > 4 else []
    return named + [sum(row[3] for row in chosen), weights, 100 * weights / p.model["size"]["parameters"]]


def asks_for(p, *names):
    """One of the arguments is hovered, or the callee of a call that spells one of them out."""
    if p.argument is not None:
        return p.argument in names
    return any(p.args.get(name, RUN_TIME) != RUN_TIME for name in names)


def batch(p):
    names = ("micro_batch_size", "train_micro_batch_size_per_gpu", "per_device_train_batch_size")
    if not asks_for(p, *names, "gradient_accumulation_steps"):
        return None
    size, steps = number(p.get(*names)), number(p.get("gradient_accumulation_steps"))
    if size is None or ("train_batch_size" in p.args and "gradient_accumulation_steps" not in p.args):
        return None
    if RUN_TIME in (size, steps):
        return RUN_TIME
    group = number(p.get("num_generations"))  # trl 1.13, grpo_config.py: answers for each prompt
    rest = [] if group is None else [group] + ([size * steps / group] if size * steps % group == 0 else [])
    return [size, steps, size * steps] + rest


def epochs(p):
    if p.get("num_generations") is not None or True in (p.args.get("packing"), p.args.get("sample_packing")):
        return None
    if p.argument not in ("num_train_epochs", "num_epochs") or (number(p.get("max_steps")) or 0) > 0:
        return None
    count = number(p.get(p.argument))
    size, steps = number(p.get("micro_batch_size", "per_device_train_batch_size")), number(p.get("gradient_accumulation_steps"))
    if RUN_TIME in (count, size, steps):
        return RUN_TIME
    loader = -(-1000 // size)
    updates = loader // steps + (1 if loader % steps else 0)
    return [1000, 1000, size] + ([steps] if steps != 1 else []) + [updates, math.ceil(count * updates), count]


def warmup_of(p):
    """(steps, share) of the warm-up, either of them None; transformers 5.18, get_warmup_steps."""
    steps = number(p.get("warmup_steps", "num_warmup_steps"))
    if steps == RUN_TIME:
        return RUN_TIME
    if steps:
        return (steps, None) if steps >= 1 else (None, steps)
    share = number(p.get("warmup_ratio"))
    return RUN_TIME if share == RUN_TIME else (None, share) if share else (None, None)


def run_of(p):
    """(total, warm-up) in steps where the snippet says both."""
    total, warm = number(p.get("max_steps", "num_training_steps")), warmup_of(p)
    if total in (None, RUN_TIME) or total <= 0 or warm == RUN_TIME:
        return None
    steps = warm[0] if warm[0] is not None else math.ceil(total * warm[1]) if warm[1] else 0
    return total, min(steps, total)


def schedule(p):
    function = p.callee.startswith("get_") and "schedule" in p.callee
    if p.argument not in ("lr_scheduler_type", "lr_scheduler", "warmup_ratio", "warmup_steps") and not (function and p.argument is None):
        return None
    kind = re.sub("get_|_schedule_with_warmup", "", p.callee) if function else p.get("lr_scheduler", "lr_scheduler_type")
    if kind == RUN_TIME:
        return RUN_TIME
    if kind is None:
        return None
    warm, run = warmup_of(p), run_of(p)
    rises = []
    if kind != "constant" and warm != RUN_TIME:
        if run and run[1]:
            rises = [100 * run[1] / run[0]]
        elif warm[1]:
            rises = [100 * warm[1]]
        elif warm[0]:
            rises = [warm[0]]
    peak = number(p.get("learning_rate", "lr"))
    return rises + ([peak] if peak not in (None, RUN_TIME) else [])


def warmup(p):
    function = p.callee.startswith("get_") and "schedule" in p.callee
    if p.argument not in ("max_steps", "warmup_steps", "warmup_ratio", "num_warmup_steps", "num_training_steps") and not function:
        return None
    warm, run = warmup_of(p), run_of(p)
    if warm == RUN_TIME:
        return RUN_TIME
    if warm == (None, None):
        return None
    if run:
        return [run[1], run[0], 100 * run[1] / run[0], run[0] - run[1]]
    return [100 * warm[1], 1000, math.ceil(1000 * warm[1])] if warm[1] and p.argument else None


SCORES = [3.3, 2.3, 1.8, 1.25, 0.7, 0]


def shares(scores):
    powers = [math.exp(score) for score in scores]
    return [power / sum(powers) for power in powers]


def sampling(p):
    if p.argument not in ("temperature", "top_k", "top_p", "min_p"):
        return None
    if p.get(p.argument) == RUN_TIME:
        return RUN_TIME
    heat = number(p.get("temperature"))
    heat = 1.0 if heat is None else heat
    if heat == 0:
        return [0]
    if p.get("do_sample") is False:
        return None
    # scores stay in order, so keeping candidates means keeping a prefix
    kept = [score / heat for score in SCORES]
    top_k, top_p, min_p = (number(p.get(name)) for name in ("top_k", "top_p", "min_p"))
    if top_k:
        kept = kept[: int(top_k)]
    if top_p and top_p < 1:
        mass, count = 0.0, 0
        for share in shares(kept):
            if mass >= top_p:
                break
            mass, count = mass + share, count + 1
        kept = kept[:count]
    if min_p:
        ranked = shares(kept)
        kept = [score for score, share in zip(kept, ranked) if share >= min_p * ranked[0]]
    was, now = 100 * shares(SCORES)[0], 100 * shares(kept)[0]
    said = [heat] if heat != 1 else []
    if len(kept) == 6 and round(was, 1) == round(now, 1):
        return said + [6]
    return said + ([] if len(kept) == 6 else [len(kept), 6]) + [was, now]


def beams(p):
    if not asks_for(p, "num_beams"):
        return None
    count = number(p.get("num_beams"))
    return RUN_TIME if count == RUN_TIME else [] if count == 1 else [count, count]


LENGTHS = ("max_length", "max_seq_length", "cutoff_len", "sequence_len", "max_model_len", "max_new_tokens")


def length(p):
    if p.argument not in LENGTHS:
        return None
    size = number(p.get(p.argument))
    if size == RUN_TIME:
        return RUN_TIME
    window = p.model and ((p.model["size"] or {}).get("context") or p.model["family"].get("context"))
    if not window:
        return None
    writes = p.argument == "max_new_tokens" or p.callee.endswith("generate") or p.callee == "GenerationConfig"
    two = p.model["family"]["architecture"] == "encoder-decoder"
    if size > window or p.argument == "max_new_tokens" or (two and writes):
        return [size, window]
    return [size, 100 * size / window, window]


def cache(p):
    if p.argument not in ("use_cache", "max_model_len", "max_new_tokens") or not p.model:
        return None
    size = p.model["size"]
    if not size or p.model["family"]["architecture"] != "decoder-only" or p.get(p.argument) == RUN_TIME:
        return None
    width = size.get("head_dim", size["hidden"] / size["heads"])
    heads = size.get("kv_heads", size["heads"])
    each = 2 * size["layers"] * heads * width * 2
    said = [16, 2, size["layers"], heads, width, 2, each]
    return said if p.argument == "use_cache" else said + [p.args[p.argument], each * p.args[p.argument]]


def memory(p):
    asks = ("quantization_config", "dtype", "torch_dtype", "load_in_4bit", "load_in_8bit", "bnb_4bit_use_double_quant")
    if p.argument not in asks or not p.model or not p.model["size"]:
        return None
    config = p.args.get("quantization_config", p.args)
    if RUN_TIME in (config.get("load_in_4bit"), config.get("dtype")):
        return RUN_TIME
    if config.get("load_in_4bit"):
        # NF4: a 32-bit constant for 64 weights; quantized again, 8 bits for 64 and 32 bits for 64 * 256 (QLoRA, 3)
        extra = 8 / 64 + 32 / (64 * 256) if config.get("bnb_4bit_use_double_quant") else 32 / 64
        bits, shown = 4 + extra, 4
    elif config.get("load_in_8bit"):
        bits = shown = 8
    else:
        bits = shown = {"float16": 16, "bfloat16": 16, "float32": 32}[p.get("dtype", "torch_dtype")]
    count = p.model["size"]["parameters"]
    kind = kind_of(p.model["family"]["id"], p.model["name"])
    blocks = sum(a * b * n for _, a, b, n in modules(kind, p.model["size"], p.model["name"])) if kind else 0
    # transformers 5.18, quantizers/base.py: embeddings and the output layer are not converted
    here = count * bits / 8 if bits >= 16 else blocks * bits / 8 + (count - blocks) * 2
    said = [count, here, shown] + ([16] if bits < 16 else [])
    for other in (16, 32):
        said += [] if other == bits else [count * other / 8, other]
    return said


def head(p):
    if p.argument != "num_labels":
        return None
    count = number(p.get("num_labels"))
    if count == RUN_TIME:
        return RUN_TIME
    hidden = p.model and p.model["size"] and p.model["size"]["hidden"]
    hidden = 512 if hidden and "opt-350m" in p.model["name"] else hidden  # its config.json: word_embed_proj_dim
    # modeling_layers.py, GenericForSequenceClassification: a decoder's head has no biases
    bare = hidden and p.model["family"]["architecture"] == "decoder-only"
    sizes = [hidden, count, hidden * count] if bare else [hidden, count, count, (hidden or 0) * count + count]
    return ([] if count == 1 else [count]) + (sizes if hidden else [])


def split(p):
    if p.callee != "train_test_split":
        return None
    train = number(p.args.get("train_size")) if "test_size" not in p.args else None
    given = train if train is not None else number(p.get("test_size"))
    if given == RUN_TIME:
        return RUN_TIME
    if given > 1:
        return [given]
    share = given if train is None else 1 - train
    test = math.ceil(round(1000 * share, 6))
    return [100 * share, 100 - 100 * share, 1000, test, 1000 - test]


def table(p):
    if p.callee != "Embedding":
        return None
    rows, width = number(p.get("num_embeddings")), number(p.get("embedding_dim"))
    return RUN_TIME if RUN_TIME in (rows, width) else [rows, width, rows * width, rows * width * 4, 32]


def linear(p):
    if p.callee != "Linear":
        return None
    a, b = number(p.get("in_features")), number(p.get("out_features"))
    if RUN_TIME in (a, b):
        return RUN_TIME
    return [a, b, a * b] if p.args.get("bias") is False else [a, b, b, a * b + b]


def heads(p):
    if p.callee not in ("MultiheadAttention", "Transformer", "TransformerEncoderLayer", "TransformerDecoderLayer"):
        return None
    width, count = number(p.get("d_model", "embed_dim")), number(p.get("nhead", "num_heads"))
    if RUN_TIME in (width, count):
        return RUN_TIME
    return [width, count] if width % count else [count, width, count, width / count, width / count]


def ngrams(p):
    if not asks_for(p, "ngram_range"):
        return None
    if RUN_TIME in p.args["ngram_range"]:
        return RUN_TIME
    sizes = range(p.args["ngram_range"][0], p.args["ngram_range"][1] + 1)
    words = "abcdefghij"
    counts = [sum(1 for i in range(10) if len(words[i:i + n]) == n) for n in sizes]
    # sizes up to three have names of their own
    return [n for n in sizes if n > 3] + [10] + (counts if len(counts) > 1 else []) + [sum(counts)]


def vectors(p):
    if p.callee not in ("SentenceTransformer", "encode") or p.argument not in (None, "truncate_dim"):
        return None
    width = p.model["size"]["hidden"]
    cut = p.args.get("truncate_dim", width)
    return [cut] + ([width] if cut < width else []) + [cut * 1_000_000 * 4, 32]


def chunks(p):
    if not asks_for(p, "chunk_size", "chunk_overlap"):
        return None
    size, overlap = number(p.get("chunk_size")), number(p.get("chunk_overlap"))
    if RUN_TIME in (size, overlap):
        return RUN_TIME
    # SentenceTransformersTokenTextSplitter has no chunk_size: it cuts at what its model takes
    if size is None or overlap > size:
        return None
    if overlap == size:
        return [overlap, size]
    pieces, end = 1, size
    while end < 10_000:
        pieces, end = pieces + 1, end + size - overlap
    return [overlap, size, 100 * overlap / size, 10_000, pieces]


FAMILIES = [lora_scale, lora_size, batch, epochs, schedule, warmup, sampling, beams, length, cache, memory, head,
            vectors, split, ngrams, heads, table, linear, chunks]


# --- output -------------------------------------------------------------------------------------------------------

def shown(numbers):
    if numbers == RUN_TIME:
        return RUN_TIME
    return " ".join(repr(int(x)) if float(x).is_integer() else repr(float(f"{x:.9g}")) for x in numbers)


def snippets(path):
    for part in re.split(r"^# (?=.*\n)", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        title, *lines = part.rstrip().split("\n")
        code = []
        for line in lines:
            if re.match(r"==>|!?e[ns]: ", line):
                break
            code.append(line)
        yield title, "\n".join(code)


def main():
    for path in sorted((ROOT / "test/core/insights").glob("*.txt")):
        kind = path.name.split(".")[0]
        for title, code in snippets(path):
            if ".py." in path.name:
                place = read_python(code)
            else:
                place = read_yaml(code, kind) if ".yaml." in path.name else read_json(code)
            results = [family(place) for family in FAMILIES]
            print("\t".join([path.name, title, *(shown(x) for x in results if x is not None)]))


if __name__ == "__main__":
    main()
