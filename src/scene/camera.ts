import type Sigma from 'sigma';
import { type CameraPlace, type Extent, homeCamera, type Inset } from './frame';
import { stepEasing } from './tween';

const FLIGHT_MS = 450;

type Easing = 'quadraticInOut' | ((t: number) => number);

/** How near and how far one can go, against home. */
const NEAREST = 1 / 60;
const FARTHEST = 4;

/** Sigma's camera with a home: where all is in view. It stays there through new sizes and extents until someone moves it. */
export interface HomeCamera {
  /** The ratio at home, to which sizes in pixels refer. */
  homeRatio(): number;
  /** Pixels at home to one unit of the frame. */
  homePixels(): number;
  /** Goes home at once, to where so much is in view. */
  show(extent: Extent): void;
  /** Has so much in view from now on: goes along in so many milliseconds, unless someone has moved the camera. */
  follow(extent: Extent, duration: number): void;
  /** The viewport may have another size now. */
  resized(): void;
  fit(): void;
  /** @param x @param y in the frame, −1…1. */
  flyTo(x: number, y: number): void;
  zoom(factor: number): void;
}

export function createHomeCamera(
  sigma: () => Sigma,
  inset: (width: number) => Inset,
  still: () => boolean,
): HomeCamera {
  let extent: Extent = { x: 1, y: 1 };
  let home: CameraPlace = { x: 0.5, y: 0.5, ratio: 1 };
  let flyingHome: Promise<void> | null = null;

  function findHome() {
    const { width, height } = sigma().getDimensions();
    home = homeCamera(extent, width, height, inset(width));
    const camera = sigma().getCamera();
    camera.minRatio = home.ratio * NEAREST;
    camera.maxRatio = home.ratio * FARTHEST;
  }

  function atHome(): boolean {
    const { x, y, ratio } = sigma().getCamera().getState();
    return flyingHome !== null || (x === home.x && y === home.y && ratio === home.ratio);
  }

  function fly(place: Partial<CameraPlace>, duration: number, easing: Easing): Promise<void> {
    // A flight of no time at all would divide by it.
    return sigma()
      .getCamera()
      .animate(place, { duration: still() ? 1 : duration, easing });
  }

  const jumpHome = () => void sigma().getCamera().setState(home);
  const flyAway = (place: Partial<CameraPlace>) => void fly(place, FLIGHT_MS, 'quadraticInOut');

  function goHome(duration: number, easing: Easing) {
    const flight = fly(home, duration, easing);
    flyingHome = flight;
    // Also when another flight took its place.
    void flight.then(() => {
      if (flyingHome === flight) flyingHome = null;
    });
  }

  return {
    homeRatio: () => home.ratio,
    homePixels() {
      const { width, height } = sigma().getDimensions();
      return Math.min(width, height) / (2 * home.ratio);
    },
    show(next) {
      extent = next;
      findHome();
      jumpHome();
    },
    follow(next, duration) {
      const along = atHome();
      extent = next;
      findHome();
      if (!along) return;
      if (duration > 0 && !still()) goHome(duration, stepEasing);
      else jumpHome();
    },
    resized() {
      const stay = atHome();
      findHome();
      if (stay) jumpHome();
    },
    fit: () => goHome(FLIGHT_MS, 'quadraticInOut'),
    flyTo(x, y) {
      const ratio = Math.min(sigma().getCamera().getState().ratio, home.ratio * 0.5);
      // What home leaves free at the edges stays free, in proportion.
      const shift = ratio / home.ratio;
      flyAway({
        x: x / 2 + 0.5 + (home.x - 0.5) * shift,
        y: y / 2 + 0.5 + (home.y - 0.5) * shift,
        ratio,
      });
    },
    zoom: (factor) => flyAway({ ratio: sigma().getCamera().getState().ratio / factor }),
  };
}
