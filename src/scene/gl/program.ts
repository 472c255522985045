/** Compiles and links; throws with the compiler's own words. */
export function createProgram(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    // A lost context gives null here, and nothing of it will be seen: there is nothing to report.
    if (!shader) break;
    gl.shaderSource(shader, `#version 300 es\nprecision highp float;\n${source}`);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    const shaders = gl.getAttachedShaders(program) ?? [];
    const log = [gl.getProgramInfoLog(program), ...shaders.map((shader) => gl.getShaderInfoLog(shader))];
    throw new Error(`A shader of the scene does not compile on this device: ${log.filter(Boolean).join(' ')}`);
  }
  return program;
}

/** Locations of the named uniforms; null, which WebGL ignores, for those the compiler dropped. */
export function uniformsOf<Name extends string>(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  names: readonly Name[],
): Record<Name, WebGLUniformLocation | null> {
  const entries = names.map((name) => [name, gl.getUniformLocation(program, name)]);
  return Object.fromEntries(entries) as Record<Name, WebGLUniformLocation | null>;
}
