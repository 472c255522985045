import { posix } from 'node:path';
import { DOORS, isRoom, isWithoutDom, isWorkerRoom, LIBRARIES, reachableRooms, roomOf } from './rooms';
import type { Import, SourceFile } from './source-file';

/** What is wrong, one sentence each, beginning with 'path:line'. */
export type Complaints = string[];

const FORBIDDEN_FOLDERS = ['lib', 'utils', 'helpers', 'common', 'misc'];

/** Tests, suites that several tests run, and what stands in a folder `testing/` for them. */
const isTest = (path: string): boolean => /\.(test|spec|suite)\.tsx?$/.test(path) || /(^e2e|\/testing)\//.test(path);
const isTestSupport = (path: string): boolean => /\/testing\//.test(path);
const isRelative = (specifier: string): boolean => specifier.startsWith('.');

/** The path a relative import means, with the extension TypeScript would add when such a file is there. */
function resolvePath(from: string, specifier: string, known: ReadonlySet<string>): string {
  const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}.d.ts`, `${path}/index.ts`, `${path}/index.tsx`];
  return candidates.find((candidate) => known.has(candidate)) ?? path;
}

const paths = (files: SourceFile[]): Set<string> => new Set(files.map((file) => file.path));

/** Imports between rooms run one way, and the page enters the worker's rooms only by their doors. */
export function checkArrows(files: SourceFile[]): Complaints {
  const known = paths(files);
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (room === null || isTestSupport(file.path)) return [];
    if (!isRoom(room)) return [`${file.path}:1 stands in ${room}/, which is no room of the house`];
    const allowed = reachableRooms(room);
    return file.imports.flatMap(({ specifier, line }) => {
      if (!isRelative(specifier)) return [];
      const target = resolvePath(file.path, specifier, known);
      const other = roomOf(target);
      const where = `${file.path}:${line} imports ${target}`;
      if (isTest(target)) return isTest(file.path) ? [] : [`${where}: what runs imports nothing made for tests`];
      if (other === null || other === room) return [];
      if (!isRoom(other) || !allowed.has(other)) return [`${where}: ${room}/ may not import ${other}/`];
      const throughWall = isWorkerRoom(other) && !isWorkerRoom(room) && !DOORS.includes(target) && !isTest(file.path);
      return throughWall ? [`${where}: the page may only import ${DOORS.join(', ')}`] : [];
    });
  });
}

/** Libraries stay in the rooms they belong to. */
export function checkLibraries(files: SourceFile[]): Complaints {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (room === null || !isRoom(room)) return [];
    return file.imports.flatMap(({ specifier, line }) =>
      LIBRARIES.filter(({ matches, allowed }) => matches.test(specifier) && !allowed(room)).map(
        ({ belongs }) => `${file.path}:${line} imports ${specifier}, which belongs to ${belongs}`,
      ),
    );
  });
}

/** Visits what can be reached from `start`; `follow` says which imports lead on. */
function reach(start: string, files: Map<string, SourceFile>, follow: (edge: Import) => boolean): Set<string> {
  const known = new Set(files.keys());
  const seen = new Set([start]);
  for (const path of seen) {
    for (const edge of files.get(path)?.imports ?? []) {
      if (!follow(edge)) continue;
      seen.add(isRelative(edge.specifier) ? resolvePath(path, edge.specifier, known) : edge.specifier);
    }
  }
  return seen;
}

/** Nothing that the page loads, now or later, loads a tensor library; a worker's module is not the page's. */
export function checkPageIsLight(files: SourceFile[]): Complaints {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.flatMap(({ path }) => {
    const room = roomOf(path);
    const onPage = DOORS.includes(path) || (room !== null && isRoom(room) && !isWorkerRoom(room));
    if (!onPage || isTest(path)) return [];
    const heavy = [...reach(path, byPath, (edge) => edge.kind === 'value')].find((id) => id.startsWith('@tensorflow/'));
    return heavy ? [`${path}:1 runs on the page and reaches ${heavy}`] : [];
  });
}

/** No file reaches itself. Type imports count. */
export function checkCycles(files: SourceFile[]): Complaints {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const known = new Set(byPath.keys());
  return files.flatMap((file) =>
    file.imports.flatMap(({ specifier, line }) => {
      if (!isRelative(specifier)) return [];
      const target = resolvePath(file.path, specifier, known);
      const back = byPath.has(target) && reach(target, byPath, () => true).has(file.path);
      return back ? [`${file.path}:${line} imports ${target}, which imports it back: a cycle`] : [];
    }),
  );
}

const MEMBERS_OF_TESTS = /^(test|it|describe|suite)\.(only|skip|todo|fixme)$/;
const WAITING = /\.waitForTimeout$/;
const DOM = /^(document|window|localStorage|sessionStorage)\./;

/** The few things that are written nowhere, or not here. */
export function checkForbidden(files: SourceFile[]): Complaints {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    const seeded = room === 'graph' || room?.startsWith('gnn/');
    const withoutDom = room !== null && isRoom(room) && isWithoutDom(room) && !isTest(file.path);
    const at = (line: number, what: string) => `${file.path}:${line} ${what}`;
    return [
      ...file.anyTypes.map(({ line }) => at(line, 'uses the type any: say what it is, or unknown')),
      ...file.comments
        .filter(({ text }) => /@ts-(ignore|nocheck)/.test(text))
        .map(({ line }) => at(line, 'silences the type checker')),
      ...file.members.flatMap(({ name, line }) => {
        if (seeded && name === 'Math.random')
          return [at(line, 'uses Math.random: chance takes its seed from the recipe')];
        if (withoutDom && DOM.test(name)) return [at(line, `uses ${name}: ${room}/ knows no DOM`)];
        if (isTest(file.path) && MEMBERS_OF_TESTS.test(name)) return [at(line, `uses ${name}: every test runs`)];
        if (isTest(file.path) && WAITING.test(name)) return [at(line, 'sleeps: wait for what is expected instead')];
        return [];
      }),
    ];
  });
}

/** Folders whose name says nothing. */
export function checkFolders(filePaths: string[]): Complaints {
  return filePaths.flatMap((path) => {
    const bad = path
      .split('/')
      .slice(0, -1)
      .find((folder) => FORBIDDEN_FOLDERS.includes(folder));
    return bad ? [`${path}:1 stands in a folder called "${bad}": name it for what it holds`] : [];
  });
}
