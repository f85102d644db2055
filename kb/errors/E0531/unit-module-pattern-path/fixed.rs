use std::num::Wrapping;

pub fn raw(counter: Wrapping<u32>) -> u32 {
    let Wrapping(value) = counter;
    value
}
