extern crate alloc;

mod memory {
    pub mod alloc {
        pub const PAGE: usize = 4096;
    }
}

use memory::alloc as pages;

pub fn page() -> alloc::vec::Vec<u8> {
    vec![0; pages::PAGE]
}
