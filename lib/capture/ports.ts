/** What the capture needs from the browser, handed in by the caller: only lib/platform imports the browser API. */
import type { CaptureMethod } from '@/lib/domain/entry';

/** Bytes that own their memory, as the journal's blobs want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A picture as it was taken, before any stamp. */
export interface Picture {
  /** The PNG. For `screen` and `full-page`: byte for byte what the browser gave. */
  readonly bytes: Bytes;
  /** In device pixels. */
  readonly width: number;
  readonly height: number;
  readonly method: CaptureMethod;
  /** Views that it was assembled from; 1 when it was taken in one go. */
  readonly views: number;
  /** Device pixels per CSS pixel, page zoom included. */
  readonly devicePixelRatio: number;
  /** (Nearly) one flat colour: kept and flagged. */
  readonly uniform: boolean;
}

/** What `tabs.get` says, as far as the capture cares. */
export interface TabStatus {
  /** The active tab of its window. */
  readonly active: boolean;
  readonly windowId: number;
  /** Absent when the browser does not show it to us. */
  readonly url?: string | undefined;
  /** Width of the tab in CSS pixels at zoom 100 %, when the browser says it. */
  readonly width?: number | undefined;
}

/** Options of `tabs.captureVisibleTab`; `rect` and `scale` exist in Firefox only. */
export interface ShootOptions {
  readonly format: 'png';
  readonly rect?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly scale?: number;
}

/** Takes one picture of a window's active tab; gives a data URL. Usually `createShutter(...).take`. */
export type Shoot = (windowId: number, options: ShootOptions, signal?: AbortSignal) => Promise<string>;

/** The part of `runtime.Port` used here: a polyfill port fits as it is. */
export interface MessagePortLike {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

export interface VisiblePorts {
  readonly shoot: Shoot;
  /** Null when the tab no longer exists. */
  readonly tabStatus: (tabId: number) => Promise<TabStatus | null>;
}

export interface FullPagePorts extends VisiblePorts {
  /** Injects the unlisted script `/full-page.js` in the top frame, then `tabs.connect(tabId, {name: 'full-page', frameId: 0})`. */
  readonly openPage: (tabId: number) => Promise<MessagePortLike>;
  /** `captureVisibleTab` accepts `rect` (Firefox): the whole document in one go. */
  readonly native: boolean;
}

export interface RerenderPorts {
  readonly tabStatus: (tabId: number) => Promise<TabStatus | null>;
  /** Injects `/rerender.js` in the top frame, then `tabs.connect(tabId, {name: 'rerender', frameId: 0})`. */
  readonly openPage: (tabId: number) => Promise<MessagePortLike>;
  /** False in Firefox: the re-rendering library throws in its content-script world (toolchain.md § 3). */
  readonly supported: boolean;
}

/** Shared by the captures that take time. */
export interface CaptureOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each view: views done, views in all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}
