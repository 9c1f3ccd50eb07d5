"""Classify film reviews with BERT and the Trainer of transformers."""

import numpy as np
from datasets import load_dataset
from sklearn.metrics import accuracy_score, f1_score
from transformers import (
    AutoModelForSequenceClassification,
    AutoTokenizer,
    DataCollatorWithPadding,
    EarlyStoppingCallback,
    Trainer,
    TrainingArguments,
)

MODEL = "bert-base-uncased"

tokenizer = AutoTokenizer.from_pretrained(MODEL)
model = AutoModelForSequenceClassification.from_pretrained(MODEL, num_labels=2)

reviews = load_dataset("stanfordnlp/imdb")


def tokenize(batch):
    # Truncation keeps the 512 positions that BERT's position embeddings have.
    return tokenizer(batch["text"], truncation=True, max_length=512)


tokens = reviews.map(tokenize, batched=True, remove_columns=["text"])


def compute_metrics(prediction):
    logits, labels = prediction
    predicted = np.argmax(logits, axis=-1)
    return {
        "accuracy": accuracy_score(labels, predicted),
        "f1": f1_score(labels, predicted),
    }


training = TrainingArguments(
    output_dir="out/bert-imdb",
    learning_rate=2e-5,
    per_device_train_batch_size=16,
    num_train_epochs=3,
    weight_decay=0.01,
    warmup_steps=0.1,
    eval_strategy="epoch",
    save_strategy="epoch",
    load_best_model_at_end=True,
    metric_for_best_model="f1",
    seed=42,
)

trainer = Trainer(
    model=model,
    args=training,
    train_dataset=tokens["train"],
    eval_dataset=tokens["test"],
    data_collator=DataCollatorWithPadding(tokenizer),  # dynamic padding, batch by batch
    processing_class=tokenizer,
    compute_metrics=compute_metrics,
    callbacks=[EarlyStoppingCallback(early_stopping_patience=1)],
)

trainer.train()
print(trainer.evaluate())
