import { graphFromPlain } from '../graph/from-plain';
import type { Graph } from '../graph/graph';
import type { PlainEdgeTuple, PlainGraph, PlainNode } from '../graph/plain';

/** What a person did for a film, as it is written in `datasets/films/films.txt`. */
export const RELATIONS = ['acted in', 'directed', 'wrote', 'produced'];

const FILM = /^(?<title>\S.*) \((?<year>\d{4})\): (?<genre>.+)$/;
const CREDIT = /^\s+(?<relation>[^:]+): (?<people>.+)$/;

/** The film graph around Kevin Bacon. */
export async function filmGraph(): Promise<Graph> {
  const { default: text } = await import('../../datasets/films/films.txt?raw');
  return graphFromPlain(readFilms(text));
}

/**
 * Reads the film list: a line `Title (year): genre`, then indented lines `relation: name, name, …`.
 * Films come first, people after them in the order of their first credit. Only films have a class, their genre.
 * @throws {Error} naming the line that fits neither form.
 */
export function readFilms(text: string): PlainGraph {
  const films: PlainNode[] = [];
  const genres: string[] = [];
  const people = new Map<string, PlainNode>();
  const edges: PlainEdgeTuple[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const film = FILM.exec(line)?.groups;
    const credit = CREDIT.exec(line)?.groups;
    const latest = films.at(-1);
    if (film) {
      const { title = '', year = '', genre = '' } = film;
      films.push({ id: `${title} (${year})`, label: title, type: 'film', year: Number(year), genre });
      genres.push(genre);
    } else if (credit && latest && RELATIONS.includes(credit.relation ?? '')) {
      for (const name of credit.people?.split(', ') ?? []) {
        if (!people.has(name)) people.set(name, { id: name, label: name, type: 'person' });
        edges.push([name, latest.id, 1, credit.relation]);
      }
    } else {
      throw new Error(
        `films.txt line ${index + 1}: "${line}" is neither a film, "Title (1995): drama", nor its credits, "  ${RELATIONS.join(' | ')}: names"`,
      );
    }
  });
  const classes = [...new Set(genres)].sort();
  return {
    name: 'Films around Kevin Bacon',
    nodes: [...films, ...people.values()],
    edges,
    relations: RELATIONS,
    nodeTypes: ['film', 'person'],
    classes,
    labels: [...genres.map((genre) => classes.indexOf(genre)), ...Array.from(people, () => null)],
  };
}
