use std::marker::PhantomData;

pub struct Context {
    pub id: u32,
    on_this_thread: PhantomData<*const ()>,
}

impl Context {
    pub fn new(id: u32) -> Self {
        Context {
            id,
            on_this_thread: PhantomData,
        }
    }
}
