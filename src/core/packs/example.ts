/** A small pack that lacks nothing: what `NLP Lens: Create Knowledge Pack` writes, to be changed by its new owner. */
import type { SourceFile } from '../authoring/base.ts';

/** The path of the file to begin with. */
export const EXAMPLE_START = 'our-team/golden-set.yaml';

/** The files of the example, by their path in the pack. */
export function examplePack(): SourceFile[] {
  return [
    { path: 'topics.yaml', text: TOPICS },
    { path: 'sources.yaml', text: SOURCES },
    { path: EXAMPLE_START, text: FACTS },
    { path: 'our-team/golden-set.en.md', text: ENGLISH },
    { path: 'our-team/golden-set.es.md', text: SPANISH },
  ];
}

const TOPICS = `our-team: { en: Our team, es: Nuestro equipo }
`;

const SOURCES = `zheng2023:
  title: Judging LLM-as-a-Judge with MT-Bench and Chatbot Arena
  authors: Zheng et al.
  year: 2023
  arxiv: "2306.05685"
`;

const FACTS = `# The names that hovers and search find, and how the concept stands to others.
# The pages are golden-set.en.md and golden-set.es.md; one of them is enough.
terms:
  en: { name: golden set, aliases: [golden dataset, golden examples] }
  es: { name: conjunto dorado, aliases: [ejemplos dorados] }
ambiguous: []
# Places in code that mean the concept: "our_package.load_golden_set".
triggers: []
relations:
  prerequisites: []
  related: []
`;

const ENGLISH = `# golden set

The examples with answers that our team has agreed on, against which every version of a model is measured before its release.

## In depth

Two people label each example, and a third decides where they differ. A judge model may grade open answers, once its grades agree with ours on the golden set [@zheng2023].

## In code

\`\`\`python
# python 3.10
answers = [model(example.question) for example in golden_set]
\`\`\`

## Pitfalls

- **Training on it.** An example that has been trained on says nothing about new ones.

## Questions and answers

### How large should it be? {#how-large}

Large enough that the smallest difference we care about is not chance: some hundreds of examples for a few points.

### Who may change it? {#who-may-change}

Two people together, with a note on why; old results are then measured again.

## Quiz

### leaked-example (application)

An example of the golden set is found in the training data. What should be done?

- [ ] Keep it, as the model now knows the answer.
  > That is why it measures memory and nothing else.
- [x] Replace it and measure the old versions again.
  > Results before and after are comparable only on the same examples.
- [ ] Count it half.
  > Half of a wrong measurement is still wrong.

### two-labels (application)

Two people disagree on one label in five. What does that say?

- [x] The instructions are not clear enough.
  > No model can be measured more finely than people agree.
- [ ] The model is wrong in one case of five.
  > No model has taken part yet.
- [ ] The golden set is far too small to use.
  > More examples would have the same share of doubt.

### what-it-is-for (recall)

What is a golden set for?

- [x] Measuring versions of a model in the same way.
  > That is why it changes rarely.
- [ ] Training a model on the best examples.
  > Then nothing is left to measure with.
- [ ] Showing examples to visitors.
  > It may serve for that, but that is no reason to label twice.

### the-name (recall, cloze)

The examples that every version is measured on are our ==golden set|golden dataset==.

> Golden, because the answers were agreed on.
`;

const SPANISH = `# conjunto dorado

Los ejemplos con respuestas acordadas por nuestro equipo, con los que se mide cada versión de un modelo antes de publicarla.

## A fondo

Dos personas etiquetan cada ejemplo y una tercera decide donde no coinciden. Un modelo juez puede calificar respuestas abiertas cuando sus notas coinciden con las nuestras en el conjunto dorado [@zheng2023].

## En código

\`\`\`python
# python 3.10
answers = [model(example.question) for example in golden_set]
\`\`\`

## Errores comunes

- **Entrenar con él.** Un ejemplo usado en el entrenamiento no dice nada sobre los nuevos.

## Preguntas y respuestas

### ¿Qué tamaño debe tener? {#how-large}

El que haga que la menor diferencia que nos importa no sea azar: unos cientos de ejemplos para unos pocos puntos.

### ¿Quién puede cambiarlo? {#who-may-change}

Dos personas juntas, con una nota del motivo; después se miden de nuevo los resultados antiguos.

## Autoevaluación

### leaked-example (aplicación)

Un ejemplo del conjunto dorado aparece en los datos de entrenamiento. ¿Qué hay que hacer?

- [ ] Conservarlo, porque el modelo ya sabe la respuesta.
  > Justo por eso mide la memoria y nada más.
- [x] Sustituirlo y medir de nuevo las versiones antiguas.
  > Los resultados solo se comparan con los mismos ejemplos.
- [ ] Contarlo la mitad.
  > La mitad de una medida errónea sigue siendo errónea.

### two-labels (aplicación)

Dos personas discrepan en una etiqueta de cada cinco. ¿Qué indica eso?

- [x] Las instrucciones no son bastante claras.
  > Ningún modelo se puede medir con más finura que el acuerdo humano.
- [ ] El modelo falla en un caso de cada cinco.
  > Todavía no ha participado ningún modelo.
- [ ] El conjunto dorado es demasiado pequeño.
  > Con más ejemplos habría la misma parte de dudas.

### what-it-is-for (recuerdo)

¿Para qué sirve un conjunto dorado?

- [x] Para medir del mismo modo las versiones de un modelo.
  > Por eso cambia poco.
- [ ] Para entrenar un modelo con los mejores ejemplos.
  > Entonces no queda nada con que medir.
- [ ] Para enseñar ejemplos a las visitas.
  > Puede servir para eso, pero no hace falta etiquetar dos veces.

### the-name (recuerdo, completar)

Los ejemplos con los que se mide cada versión son nuestro ==conjunto dorado|golden set==.

> Dorado, porque las respuestas se han acordado.
`;
