export interface NumberRange {
  minimum: number;
  maximum: number;
  whole: boolean;
}

/** The number nearest to what was typed ("0.01", "1e-3", "0,5"), inside the limits; null when it is no number. */
export function readNumber(text: string, { minimum, maximum, whole }: NumberRange): number | null {
  const read = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(read)) return null;
  return Math.min(maximum, Math.max(minimum, whole ? Math.round(read) : read));
}

/** Seconds as a person says them: "under 1 s", "42 s", "3 min 20 s", "2 h 5 min". */
export function duration(seconds: number): string {
  if (seconds < 1) return 'under 1\u202fs';
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}\u202fs`;
  if (whole < 3600) return `${Math.floor(whole / 60)}\u202fmin ${whole % 60}\u202fs`;
  return `${Math.floor(whole / 3600)}\u202fh ${Math.floor((whole % 3600) / 60)}\u202fmin`;
}
