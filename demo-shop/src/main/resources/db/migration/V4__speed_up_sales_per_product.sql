-- Sales per product were slow in the warehouse export.
CREATE INDEX idx_order_line_product ON order_line (product_id);
