pub fn raw(counter: std::num::Wrapping<u32>) -> u32 {
    let Wrapping(value) = counter;
    value
}
