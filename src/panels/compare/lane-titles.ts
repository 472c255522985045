import { sameJson } from '../../store/same-json';
import { graphAspects } from './graph-aspects';
import { type Aspect, type LaneOnGraph, recipeAspects } from './recipe-aspects';

/** Between the things that a title says. */
const PART = ' · ';

/**
 * What each lane is called: in what it differs from the others, and nothing else. What is as its layer, or its graph, has it by
 * default is no difference where those differ. What a lane lacks is left out where it has something to say; one that lacks all of
 * several things is plain.
 * @param graphs what their graphs are called.
 */
export function laneTitles(lanes: readonly LaneOnGraph[], graphs: readonly string[]): string[] {
  const differing = [...graphAspects(lanes, graphs), ...recipeAspects(lanes)].filter(differs);
  return lanes.map((_, lane) => {
    const words = differing.flatMap((aspect) => aspect[lane].words || []);
    const said = words.filter((each) => !each.startsWith('no '));
    const layer = recipeAspects(lanes)[0][lane].words;
    if (said.length === 0 && words.length > 1) return `plain ${layer}`;
    return (said.length > 0 ? said : words).join(PART) || layer;
  });
}

/** Titles for the midst of a sentence: each cut to as many of its parts as tell it from the others. */
export function briefTitles(titles: readonly string[]): string[] {
  const begun = (title: string, parts: number) => title.split(PART).slice(0, parts).join(PART);
  return titles.map((title) => {
    const others = titles.filter((other) => other !== title);
    let parts = 1;
    while (begun(title, parts) !== title && others.some((other) => begun(other, parts) === begun(title, parts)))
      parts++;
    return begun(title, parts);
  });
}

function differs(aspect: Aspect): boolean {
  const apart = (values: readonly unknown[]) => values.some((value) => !sameJson(value, values[0]));
  const there = aspect.filter(({ value }) => value !== undefined);
  const differently = there.length < aspect.length || apart(there.map(({ value }) => value));
  // What each has by default follows from its layer, or from there being none of it.
  return differently && apart(aspect.map((each) => (each.usual ? 'usual' : (each.value ?? 'usual'))));
}
