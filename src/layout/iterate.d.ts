/** One iteration of ForceAtlas2 over raw matrices, as the package ships it without types. */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2';

  /**
   * Moves every node once, in place.
   *
   * @param settings all of them: nothing is defaulted here.
   * @param nodes ten numbers a node: x, y, dx, dy, old dx, old dy, mass, convergence, size, fixed.
   * @param edges three numbers an edge: offset of its source in `nodes`, offset of its target, weight.
   */
  function iterate(settings: Required<ForceAtlas2Settings>, nodes: Float32Array, edges: Float32Array): object;

  export = iterate;
}
