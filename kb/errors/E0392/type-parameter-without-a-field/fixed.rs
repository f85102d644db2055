use std::marker::PhantomData;

pub struct Id<T> {
    pub number: u64,
    pub marker: PhantomData<T>,
}

pub struct Order {
    pub id: Id<Order>,
    pub total: u64,
}
