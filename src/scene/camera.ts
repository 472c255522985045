import type Sigma from 'sigma';
import { type CameraPlace, type Extent, homeCamera, type Inset } from './frame';

const FLIGHT_MS = 450;

/** How near and how far one can go, against home. */
const NEAREST = 1 / 60;
const FARTHEST = 4;

/** Sigma's camera with a home: where all is in view. It stays there through new sizes and extents until someone moves it. */
export interface HomeCamera {
  /** The ratio at home, to which sizes in pixels refer. */
  homeRatio(): number;
  /** Pixels at home to one unit of the frame. */
  homePixels(): number;
  /** What must be in view from home. @param goHome even if someone has moved the camera. */
  setExtent(extent: Extent, goHome: boolean): void;
  /** The viewport may have another size now. */
  resized(): void;
  fit(): void;
  /** @param x @param y in the frame, −1…1. */
  flyTo(x: number, y: number): void;
  zoom(factor: number): void;
}

export function createHomeCamera(sigma: () => Sigma, inset: Inset, still: () => boolean): HomeCamera {
  let extent: Extent = { x: 1, y: 1 };
  let home: CameraPlace = { x: 0.5, y: 0.5, ratio: 1 };

  function settle(goHome: boolean) {
    const camera = sigma().getCamera();
    const { x, y, ratio } = camera.getState();
    const wasHome = x === home.x && y === home.y && ratio === home.ratio;
    const { width, height } = sigma().getDimensions();
    home = homeCamera(extent, width, height, inset);
    camera.minRatio = home.ratio * NEAREST;
    camera.maxRatio = home.ratio * FARTHEST;
    if (wasHome || goHome) camera.setState(home);
  }

  function fly(place: Partial<CameraPlace>) {
    // A flight of no time at all would divide by it.
    void sigma()
      .getCamera()
      .animate(place, { duration: still() ? 1 : FLIGHT_MS, easing: 'quadraticInOut' });
  }

  return {
    homeRatio: () => home.ratio,
    homePixels() {
      const { width, height } = sigma().getDimensions();
      return Math.min(width, height) / (2 * home.ratio);
    },
    setExtent(next, goHome) {
      extent = next;
      settle(goHome);
    },
    resized: () => settle(false),
    fit: () => fly(home),
    flyTo(x, y) {
      const ratio = Math.min(sigma().getCamera().getState().ratio, home.ratio * 0.5);
      // What home leaves free at the edges stays free, in proportion.
      const shift = ratio / home.ratio;
      fly({
        x: x / 2 + 0.5 + (home.x - 0.5) * shift,
        y: y / 2 + 0.5 + (home.y - 0.5) * shift,
        ratio,
      });
    },
    zoom: (factor) => fly({ ratio: sigma().getCamera().getState().ratio / factor }),
  };
}
