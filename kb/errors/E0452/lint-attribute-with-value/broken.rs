#![allow(unused = "variables")]

pub fn log_level(verbose: bool) -> u8 {
    let reserved = 0;
    if verbose { 2 } else { 1 }
}
