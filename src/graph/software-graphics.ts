const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|software/i;

/** Whether graphics of this name, as the browser tells it, are computed by the processor. */
export function isSoftwareGraphics(name: string): boolean {
  return SOFTWARE.test(name);
}
