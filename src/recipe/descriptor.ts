import type { ParameterGroup } from './parameter-group';

/** What a convolution is, without tensors: enough for a menu, a formula, a check of a recipe and a count of hops seen. */
export interface LayerDescriptor {
  /** Its key in `DESCRIPTORS`, and in a recipe. */
  name: string;
  title: string;
  /** Plain text; h_u is the sender's row, h′_v the receiver's new one, before norm, activation and residual. */
  formula: string;
  /** The right-hand side of `formula` as it is with these options, without what its letters mean. */
  equation(choice: EquationChoice): string;
  options: Record<string, OptionSpec>;
  /** Hops one layer sees with the default options: 0 without message passing. */
  radius: number;
  /** The same with others, where it depends on them. */
  radiusWith?(options: OptionValues): number;
  /** Whether `weights: identity` (propagation alone) means something for it. */
  identityAllowed: boolean;
  /** Ways to reduce the messages, the first the default; empty when the layer has no choice. */
  aggregations: string[];
  /**
   * What it does to the number of columns: `mapped` by every layer, `once` by the first alone, `kept` by all, so that only an
   * encoder changes it.
   */
  width: 'mapped' | 'once' | 'kept';
  /** The width has to be a multiple of this, for the output is as many parts side by side. */
  parts?: number;
  /** Whether it has attention heads. */
  heads?: true;
  /** All hops are one PyG module, `convs.0`, of that many propagations. */
  oneModule?: true;
  /** It reads out every hop, each with a share of its own: there is nothing left for a jump. */
  gathersHops?: true;
  /** Fields of the recipe that start differently here. */
  defaults?: { width?: number; activation?: 'none'; encoder?: 'linear'; decoder?: 'linear' };
  /** How its parameters are trained where a task does not say; a task's own learning rate and weight decay hold for the rest. */
  groups?: ParameterGroup[];
  paper: { title: string; authors: string; year: number; url: string } | null;
}

export type OptionValues = Record<string, number | boolean | string>;

export interface EquationChoice {
  options: OptionValues;
  aggr: string | null;
  identity: boolean;
  /** Which of the stack's layers, from 0; without it, one in the middle. */
  layer?: number;
  layers?: number;
}

/** One option of a convolution, as a control and as a check. */
export type OptionSpec = { meaning: string; acts?: OptionActs } & (
  | { kind: 'boolean'; default: boolean }
  | { kind: 'number'; default: number; minimum: number; maximum: number; whole?: true }
  | { kind: 'choice'; default: string; choices: readonly string[] }
);

/** When an option changes something, where that is not always: with weights that are no identity, or with that residual. */
export type OptionActs = 'with-weights' | 'with-initial-residual';
