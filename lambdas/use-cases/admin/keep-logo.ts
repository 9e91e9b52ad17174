import type { Logo } from '../../domain/brand/brand.ts';
import type { LogoFile, LogoStore } from './app-ports.ts';

interface Given {
  readonly logo?: LogoFile | null | undefined;
}

/** A brand as settings have it, once the picture in it is stored: an app never names a logo that is not there. */
export async function withKeptLogo<Brand extends Given>(
  logos: Pick<LogoStore, 'keep'>,
  { logo, ...brand }: Brand,
): Promise<Omit<Brand, 'logo'> & { readonly logo?: Logo | null }> {
  if (logo === undefined || logo === null) return logo === null ? { ...brand, logo } : brand;
  await logos.keep(logo);
  const { hash, type, width, height } = logo;
  return { ...brand, logo: { hash, type, width, height } };
}
