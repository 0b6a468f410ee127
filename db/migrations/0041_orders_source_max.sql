alter type order_source add value if not exists 'max' after 'telegram';
