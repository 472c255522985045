/** What there can be a picture of. */
export type PictureView = 'graph' | 'embedding' | 'timeline' | 'inspector' | 'training' | 'experiment' | 'comparison';
