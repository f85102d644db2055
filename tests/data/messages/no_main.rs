#![deny(missing_docs)]
fn helper() {}
