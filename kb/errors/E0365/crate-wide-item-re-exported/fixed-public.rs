mod database {
    pub struct Pool {
        pub size: usize,
    }
}

pub use database::Pool;

pub fn describe(size: usize) -> String {
    let pool = Pool { size };
    format!("{} connections", pool.size)
}
