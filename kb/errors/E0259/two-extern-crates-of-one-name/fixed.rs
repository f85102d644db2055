extern crate alloc as base;
extern crate core;

pub fn numbers() -> base::vec::Vec<u32> {
    base::vec::Vec::from([1, 2, 3])
}
