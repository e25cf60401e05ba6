/** A stored picture, loaded when it comes near the screen and released when it leaves: a thousand entries stay light. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSpeech } from '../text';

/** Gives the bytes of a stored file. @throws AppError blob-missing */
export type LoadBlob = (sha256: string) => Promise<Blob>;

/** Object URL of a stored file while `wanted`; released as soon as it is not. `failed` when the bytes are missing. */
export function useBlobUrl(sha256: string, load: LoadBlob, wanted = true): { url: string | null; failed: boolean } {
  const [url, setUrl] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!wanted) return undefined;
    let made: string | null = null;
    let gone = false;
    load(sha256).then(
      (blob) => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      },
      (cause) => {
        console.warn('stored file not readable', sha256, cause);
        if (!gone) setFailed(true);
      },
    );
    return () => {
      gone = true;
      setUrl(null);
      if (made) URL.revokeObjectURL(made);
    };
  }, [sha256, load, wanted]);
  return { url, failed };
}

/** True while the element is within one screen of the view. */
function useNear<T extends Element>(): [{ current: T | null }, boolean] {
  const ref = useRef<T>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver((seen) => setNear(seen.some((one) => one.isIntersecting)), {
      rootMargin: '600px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, near];
}

export interface PictureProps {
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly load: LoadBlob;
}

/** A small cut of the top of a picture. */
export function Thumbnail({ sha256, width, height, alt, load }: PictureProps) {
  const { t } = useSpeech();
  const [ref, near] = useNear<HTMLSpanElement>();
  const { url, failed } = useBlobUrl(sha256, load, near);
  return (
    <span ref={ref} class="thumb" data-thumb={sha256}>
      {failed ? <span class="small">{t('errors.blob-missing')}</span> : null}
      {url ? <img src={url} alt={alt} width={width} height={height} decoding="async" /> : null}
    </span>
  );
}
