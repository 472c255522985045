import { counted, formatCount, formatShare } from '../../../charts/numbers';
import { firstShared, sharedField } from './shared-field';

/** What a node hears, and when it has heard all it ever will. */
export function reachSentence(name: string, hop: number, nodes: number, heardAt: readonly number[]): string {
  const ever = heardAt[heardAt.length - 1];
  const now = heardAt[Math.min(hop, heardAt.length - 1)];
  const all =
    ever === nodes ? `all ${formatCount(nodes)} nodes` : `${formatCount(ever)} of ${formatCount(nodes)} nodes`;
  if (ever === 1) return `${name} hears nobody but itself, however many hops.`;
  const last = heardAt.indexOf(ever);
  const share = formatShare(now / nodes);
  if (now === ever) return `${name} has heard ${all}${ever < nodes ? ', all it ever will' : ''}, since hop ${last}.`;
  return `By hop ${hop} ${name} has heard ${formatCount(now)} of ${formatCount(nodes)} nodes, ${share}; by hop ${last} it has heard ${all}${ever < nodes ? ', all it ever will' : ''}.`;
}

/** |F(v) ∩ F(w)| at this hop, in words; exact. */
export function sharedSentence(names: [string, string], v: Int32Array, w: Int32Array, hop: number): string {
  const { own, other, both, either } = sharedField(v, w, hop);
  const heard = `${names[0]} has heard ${counted(own, 'node')}, ${names[1]} ${formatCount(other)}`;
  const first = firstShared(v, w);
  if (first === null) return `By hop ${hop} ${heard}; they will never hear a node in common.`;
  if (both === 0) return `By hop ${hop} ${heard}, and none in common; the first is heard by both at hop ${first}.`;
  return `By hop ${hop} ${heard}, and ${formatCount(both)} in common: ${formatShare(both / either)} of the ${formatCount(either)} that either has heard.`;
}

/** From when on they hear each other. */
export function hearingEachOther(names: [string, string], vHearsW: number, wHearsV: number): string {
  if (vHearsW < 0 && wHearsV < 0) return 'Neither ever hears the other.';
  if (vHearsW === wHearsV) return `They hear each other from hop ${vHearsW} on.`;
  const one = (a: string, b: string, hop: number) =>
    hop < 0 ? `${a} never hears ${b}` : `${a} hears ${b} from hop ${hop} on`;
  return `${one(names[0], names[1], vHearsW)}; ${one(names[1], names[0], wHearsV)}.`;
}
