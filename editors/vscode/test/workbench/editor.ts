/** What a user sees and does in one window of the workbench. */

import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { PICTURES } from "./pictures";

// a machine that does other things takes long; a test that fails takes longer
const WAIT_MS = 150_000;

/** The lightbulb of a fix that is preferred. */
export const LIGHTBULB = ".codicon-gutter-lightbulb-auto-fix, .codicon-lightbulb-autofix";

export class Editor {
  constructor(readonly page: Page) {}

  get status(): Locator {
    return this.page.locator('.statusbar-item[id^="rustmend."]');
  }

  /** Wait until the status item has these numbers: errors, and those with a verified fix. */
  async counts(errors: number, verified: number): Promise<void> {
    const numbers = [errors, verified].filter((count) => count > 0).join("\\D+");
    await this.page
      .locator('.statusbar-item[id^="rustmend."]:not(:has(.codicon-modifier-spin))', {
        hasText: new RegExp(`rustmend\\D*${numbers}\\D*$`),
      })
      .waitFor({ timeout: WAIT_MS });
  }

  /** Put the cursor there; both from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press("Control+G");
    await this.page.locator(".quick-input-widget input.input").waitFor();
    await this.page.keyboard.type(`${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** Type as one input, so that the editor closes no brackets. */
  async insert(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  async save(): Promise<void> {
    await this.page.keyboard.press("Control+S");
    await this.page.locator(".tab.active.dirty").waitFor({ state: "detached" });
  }

  /** Open the menu of quick fixes at the cursor, and return its lines. */
  async openMenu(): Promise<string[]> {
    await this.page.keyboard.press("Control+.");
    const rows = this.page.locator(".action-widget .monaco-list-row.action");
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map((text) => text.trim());
  }

  /** Click a line of the open menu. */
  async choose(text: string | RegExp): Promise<void> {
    const row = this.page.locator(".action-widget .monaco-list-row", { hasText: text }).first();
    // the menu lets nothing through before the mouse has moved
    const box = await row.boundingBox();
    if (box === null) {
      throw new Error(`the menu does not show ${String(text)}`);
    }
    await this.page.mouse.move(box.x + 40, box.y + 4);
    await this.page.mouse.move(box.x + 60, box.y + box.height / 2);
    await row.click();
  }

  /** Run a command by its title. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.page.locator(".quick-input-widget input.input").waitFor();
    await this.page.keyboard.insertText(title);
    await this.row(title).first().click();
  }

  /** Answer an input box. */
  async input(text: string): Promise<void> {
    await this.page.locator(".quick-input-widget .quick-input-title:visible").waitFor();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press("Enter");
  }

  /** The titles that the command palette has for a text. */
  async palette(text: string): Promise<string[]> {
    await this.page.keyboard.press("F1");
    await this.page.locator(".quick-input-widget input.input").waitFor();
    await this.page.keyboard.insertText(text);
    await this.page.waitForTimeout(500);
    const rows = await this.page.locator(".quick-input-list .monaco-list-row").allInnerTexts();
    await this.page.keyboard.press("Escape");
    return rows.map((row) => row.trim());
  }

  /** A line of an open pick list. */
  row(text: string | RegExp): Locator {
    return this.page.locator(".quick-input-list .monaco-list-row", { hasText: text });
  }

  /** A button in the title bar of an editor. */
  titleButton(title: string): Locator {
    return this.page.locator(`.editor-actions .action-label[aria-label^="${title}"]`).first();
  }

  /** Wait until the text that is shown has this in it. */
  async shows(text: string): Promise<void> {
    await this.page.locator(".view-lines", { hasText: text }).first().waitFor({ timeout: WAIT_MS });
  }

  /** Keep what is seen now. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(PICTURES, `${name.replace(/\W+/g, "-")}.png`) });
  }

  /** Leave the window; its extension host ends with it. */
  async close(): Promise<void> {
    if (this.page.isClosed()) {
      return;
    }
    await this.page.goto("about:blank");
    await this.page.context().close();
  }

  async toasts(): Promise<string[]> {
    return this.page.locator(".notification-toast").allInnerTexts();
  }
}
