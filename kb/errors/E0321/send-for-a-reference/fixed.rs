use std::thread;

struct Table {
    entries: *const u32,
}

// SAFETY: the entries are only ever read, and outlive the table.
unsafe impl Sync for Table {}

impl Table {
    fn first(&self) -> u32 {
        unsafe { *self.entries }
    }
}

fn main() {
    let entries = [5, 8, 13];
    let table = Table {
        entries: entries.as_ptr(),
    };
    thread::scope(|scope| {
        scope.spawn(|| println!("{}", table.first()));
    });
}
