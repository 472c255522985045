/** Parameters that Adam treats differently from the rest. */
export interface ParameterGroup {
  /** Beginning of the names, e.g. "convs.0." for the first layer. */
  prefix: string;
  weightDecay?: number;
  learningRate?: number;
}
