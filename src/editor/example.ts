/** `NLP Lens: Open an Example File`: something to hover for a newcomer who has no such code at hand. */
import * as vscode from 'vscode';
import type { ByLang } from '../core/concept.ts';
import { contentLanguage } from './settings.ts';

/** Registers the command; the file is untitled, so nothing is written to disk. */
export function registerExample(): vscode.Disposable {
  return vscode.commands.registerCommand('nlpLens.openExample', async () => {
    const content = EXAMPLE.replace('{comment}', COMMENT[contentLanguage()]);
    const document = await vscode.workspace.openTextDocument({ language: 'python', content });
    await vscode.window.showTextDocument(document);
  });
}

const COMMENT: ByLang<string> = {
  en: `# Fine-tuning a causal language model with LoRA.
# Hover LoraConfig, r=8, lora_alpha, from_pretrained, temperature, or a term of this comment.`,
  es: `# Fine-tuning de un modelo de lenguaje causal con LoRA.
# Para probar: el ratón sobre LoraConfig, r=8, lora_alpha, from_pretrained o temperature.`,
};

const EXAMPLE = `{comment}
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer, TrainingArguments

tokenizer = AutoTokenizer.from_pretrained("gpt2")
model = AutoModelForCausalLM.from_pretrained("gpt2")
model = get_peft_model(model, LoraConfig(r=8, lora_alpha=16, lora_dropout=0.05, task_type="CAUSAL_LM"))

args = TrainingArguments(
    output_dir="out",
    per_device_train_batch_size=4,
    gradient_accumulation_steps=8,
    learning_rate=2e-4,
    warmup_ratio=0.03,
    lr_scheduler_type="cosine",
)

prompt = tokenizer("The capital of France is", return_tensors="pt")
model.generate(**prompt, max_new_tokens=20, do_sample=True, temperature=0.7, top_p=0.9)
`;
