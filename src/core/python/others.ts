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
    'wandb mlflow tensorboard IPython ipywidgets torchvision librosa soundfile'
  ).split(' '),
);

/** Whether the import path is of the standard library or of a well-known library that is not about language. */
export function isElsewhere(path: string): boolean {
  return OTHERS.has(path.split('.')[0]!);
}
