import type { CatalogEntry } from './catalog';
import { completeParameters } from './parameters';
import { remoteFile } from './remote-file';

const GNN_BENCHMARK = 'github.com/shchur/gnn-benchmark (MIT)';
const HETEROPHILOUS = 'github.com/yandex-research/heterophilous-graphs (MIT)';

/** Graphs of the literature, fetched from where they are published. */
export const REMOTE: CatalogEntry[] = [
  remote({
    id: 'cora',
    title: 'Cora',
    description: '2,708 papers on machine learning, who cites whom, and the words they use; with its public split.',
    source: GNN_BENCHMARK,
  }),
  remote({
    id: 'citeseer',
    title: 'Citeseer',
    description: 'Papers of computer science, who cites whom, and the words they use.',
    source: GNN_BENCHMARK,
  }),
  remote({
    id: 'texas',
    title: 'Texas',
    description: 'Web pages of a university: links rarely join pages of a kind, so neighbours mislead.',
    source: HETEROPHILOUS,
  }),
  remote({
    id: 'cornell',
    title: 'Cornell',
    description: 'Web pages of another university; neighbours mislead here too.',
    source: HETEROPHILOUS,
  }),
  remote({
    id: 'chameleon',
    title: 'Chameleon',
    description: 'Wikipedia articles about chameleons by traffic, without the duplicates of the first release.',
    source: HETEROPHILOUS,
  }),
  remote({
    id: 'actor',
    title: 'Actor',
    description: '7,600 actors who share a Wikipedia page; edges say next to nothing about the class.',
    source: HETEROPHILOUS,
  }),
];

function remote(entry: Pick<CatalogEntry, 'id' | 'title' | 'description' | 'source'>): CatalogEntry {
  return {
    ...entry,
    group: 'remote',
    parameters: [],
    load: async ({ parameters, ...request }) => {
      completeParameters(entry.id, [], parameters);
      const { remoteGraph } = await import('./remote-graph');
      return remoteGraph(remoteFile(entry.id), entry.title, request);
    },
  };
}
