/** One node at one hop as it appears in a computation tree: where a walk from the root, hop by hop down, has come to. */
export interface Occurrence {
  node: number;
  /** By whom it is heard: a place in the level above; −1 for the root. */
  parent: number;
  /**
   * ‖Π ∂h/∂h‖_F along the walk: what this walk alone adds to the derivative of the root's embedding by this node's at this hop.
   * The products of all walks add up to that derivative.
   */
  influence: number;
  /** Heard without an edge, through a norm over all nodes. */
  unlinked: boolean;
}

export interface TreeLevel {
  hop: number;
  /** By parent, of each the strongest first. */
  shown: Occurrence[];
  /** Of those that the level above hears, how many have influence and are not shown. */
  more: number;
  /** Of its neighbours, how many have none: their derivative is 0. */
  silent: number;
}
