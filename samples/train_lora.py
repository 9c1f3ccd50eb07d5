"""Fine-tune a chat model with LoRA: only two small matrices per layer are trained.

Hover any name: LoraConfig, r, lora_alpha, SFTTrainer, or the words of these comments.
"""

import torch
from datasets import load_dataset
from peft import LoraConfig
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig
from trl import SFTConfig, SFTTrainer

MODEL = "Qwen/Qwen3-0.6B"

# QLoRA: the frozen model is kept in 4 bits, the adapters in 16.
quantization = BitsAndBytesConfig(
    load_in_4bit=True,
    bnb_4bit_quant_type="nf4",
    bnb_4bit_use_double_quant=True,
    bnb_4bit_compute_dtype=torch.bfloat16,
)

tokenizer = AutoTokenizer.from_pretrained(MODEL)
model = AutoModelForCausalLM.from_pretrained(MODEL, quantization_config=quantization)

lora = LoraConfig(
    r=8,
    lora_alpha=16,
    lora_dropout=0.05,
    target_modules="all-linear",
    task_type="CAUSAL_LM",
)

training = SFTConfig(
    output_dir="out/qwen3-lora",
    per_device_train_batch_size=4,
    gradient_accumulation_steps=8,  # an effective batch of 32 per device
    learning_rate=2e-4,
    lr_scheduler_type="cosine",
    warmup_steps=0.03,  # below 1: a share of all the steps
    num_train_epochs=1,
    max_length=1024,
    packing=True,
    gradient_checkpointing=True,
    bf16=True,
    logging_steps=10,
)

trainer = SFTTrainer(
    model=model,
    args=training,
    train_dataset=load_dataset("trl-lib/Capybara", split="train"),
    processing_class=tokenizer,
    peft_config=lora,
)
trainer.train()
trainer.save_model()
