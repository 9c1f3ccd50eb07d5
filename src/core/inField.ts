/** What the place of a file says of its prose: a text in `llama-cookbook/` or `nlp/notebooks/` is about the field. */

/** How many folders and the file's name are read; those further up are somebody's home. */
const NEAREST = 6;

const WORDS =
  /(?<![a-z])(?:[a-z]*nlp(?!-lens)|[a-z]*nmt|nlu|pln|text-generation|textblob|spacy|nltk|gensim|stanza|llms?|llama|gpt|bert|langchain|claude|anthropic|openai|huggingface|fine[-_]?tun(?:e|ing)|prompting|prompts|seq2seq|rlhf|ner|word2vec|embeddings?|chatbots?|summarization|sentiment|language[-_]models?|lenguaje[-_]natural)(?![a-z])/;

/** Whether the nearest folders of a file or its name speak of language processing. */
export function isInField(uri: string): boolean {
  const path = uri.replace(/[#?].*$/, '').split('/');
  return WORDS.test(path.slice(-NEAREST).join('/').toLowerCase());
}
