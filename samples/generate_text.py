"""Generate text with a language model: greedy decoding, sampling and beam search side by side."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, set_seed

set_seed(7)

tokenizer = AutoTokenizer.from_pretrained("gpt2", padding_side="left")
tokenizer.pad_token = tokenizer.eos_token
model = AutoModelForCausalLM.from_pretrained("gpt2", dtype=torch.float32)
model.eval()

prompts = ["The attention mechanism lets a model", "A tokenizer splits text into"]
# The attention mask tells the model which positions are padding.
inputs = tokenizer(prompts, return_tensors="pt", padding=True)

STRATEGIES = {
    "greedy": dict(do_sample=False),
    "sampling": dict(do_sample=True, temperature=0.7, top_p=0.9, top_k=50),
    "beam search": dict(do_sample=False, num_beams=4, no_repeat_ngram_size=2),
}

for name, options in STRATEGIES.items():
    with torch.inference_mode():
        output = model.generate(**inputs, max_new_tokens=40, **options)
    print(f"--- {name}")
    print("\n".join(tokenizer.batch_decode(output, skip_special_tokens=True)))

# Low temperature sharpens the softmax; high temperature flattens it.
creative = model.generate(**inputs, do_sample=True, temperature=1.3, max_new_tokens=40)
print(tokenizer.batch_decode(creative, skip_special_tokens=True))
