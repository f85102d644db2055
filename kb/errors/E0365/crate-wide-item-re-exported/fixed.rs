mod database {
    pub(crate) struct Pool {
        pub(crate) size: usize,
    }
}

pub(crate) use database::Pool;

pub fn describe(size: usize) -> String {
    let pool = Pool { size };
    format!("{} connections", pool.size)
}
