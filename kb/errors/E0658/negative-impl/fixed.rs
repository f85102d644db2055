use std::marker::PhantomData;

pub struct Session {
    pub id: u64,
    _not_send: PhantomData<*const ()>,
}

impl Session {
    pub fn new(id: u64) -> Session {
        Session {
            id,
            _not_send: PhantomData,
        }
    }
}
