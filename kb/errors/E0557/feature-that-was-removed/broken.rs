#![feature(custom_derive)]

#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub sensor: u32,
    pub celsius: f64,
}
