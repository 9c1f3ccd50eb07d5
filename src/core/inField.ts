/** What the place of a file says of its prose: a text in `llama-cookbook/` or `nlp/notebooks/` is about the field. */

/** How many folders and the file's name are read; those further up are somebody's home. */
const NEAREST = 6;

const WORDS =
  /(?<![a-z])(?:[a-z]*nlp(?!-lens)|[a-z]*nmt|nlu|pln|text[-_]?generation|text[-_]?classification|textblob|spacy|nltk|gensim|stanza|v?llms?|llama|gpt|bert|langchain|claude|anthropic|openai|huggingface|fine[-_]?tun(?:e|ing)|prompting|prompts|seq2seq|rlhf|ner|word2vec|embeddings?|chatbots?|summari[sz](?:ation|er)|question[-_]answering|sentiment|qlora|rwkv|qwen|mistral|ollama|sentencepiece|language[-_]models?|lenguaje[-_]natural)(?![a-z])/;

/** Whether the nearest folders of a file or its name speak of language processing. */
export function isInField(uri: string): boolean {
  const path = uri.replace(/[#?].*$/, '').split('/');
  return WORDS.test(path.slice(-NEAREST).join('/').toLowerCase());
}

/** Whether the path of a module that no table has speaks of language processing: `rag.index`, `utils_nlp.eval`. */
export function isModuleOfField(path: string): boolean {
  return (
    WORDS.test(path.toLowerCase()) ||
    /(?<![a-z])(?:rags?|chroma(?:db)?|vector_?stores?|retrievers?)(?![a-z])/.test(path)
  );
}
