use std::path::PathBuf;

pub struct Store {
    pub directory: PathBuf,
    pub read_only: bool,
}

pub fn system_store() -> Store {
    Store {
        directory: PathBuf::from("/var/lib/store"),
        read_only: true,
    }
}
