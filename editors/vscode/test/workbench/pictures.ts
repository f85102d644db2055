/** Where the pictures go that the tests make: kept by CI, and used in the README. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { EXTENSION } from "./workbench";

export const PICTURES = process.env["PICTURES"] ?? join(EXTENSION, "out", "pictures");

mkdirSync(PICTURES, { recursive: true });
